package dev.tailback.hub.dossier;

import dev.tailback.hub.golden.Decisions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Shows one golden record with what is agreed. */
@Singleton
public class ReadGolden {

    private final GoldenViewRows rows;
    private final Decisions decisions;

    ReadGolden(GoldenViewRows rows, Decisions decisions) {
        this.rows = rows;
        this.decisions = decisions;
    }

    public Optional<GoldenView> of(UUID golden) {
        return rows.golden(golden)
                .map(row -> GoldenView.of(
                        row,
                        decisions.latest(golden).stream().map(AgreedValue::of).toList()));
    }
}
