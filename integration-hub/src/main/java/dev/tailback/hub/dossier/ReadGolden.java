package dev.tailback.hub.dossier;

import dev.tailback.hub.creations.Absence;
import dev.tailback.hub.creations.Absences;
import dev.tailback.hub.golden.Decisions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows one golden record with what is agreed. */
@Singleton
public class ReadGolden {

    private final GoldenViewRows rows;
    private final Decisions decisions;
    private final Absences absences;

    ReadGolden(GoldenViewRows rows, Decisions decisions, Absences absences) {
        this.rows = rows;
        this.decisions = decisions;
        this.absences = absences;
    }

    public Optional<GoldenView> of(UUID golden) {
        return rows.golden(golden)
                .map(row -> GoldenView.of(
                        row,
                        decisions.latest(golden).stream().map(AgreedValue::of).toList(),
                        absent(row)));
    }

    private List<Absence> absent(GoldenRow row) {
        return row.mergedInto() == null && row.erasedAt() == null
                ? absences.of(row.id(), row.entity(), decisions.agreed(row.id()))
                : List.of();
    }
}
