package dev.tailback.app.drift;

import dev.tailback.app.mapping.ActiveMapping;
import dev.tailback.app.mapping.MappingEffect;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.drift.Weight;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells whether the org has changed, as all service apps know it. */
@Singleton
public class DriftReading {

    private final SchemaRows rows;
    private final ActiveMapping active;
    private final ChangesText text;

    DriftReading(SchemaRows rows, ActiveMapping active, ChangesText text) {
        this.rows = rows;
        this.active = active;
        this.text = text;
    }

    public DriftView now() {
        Watch watch = rows.watch();
        long version = active.now().version();
        MappingEffect effect = active.effect();
        boolean isJudged = watch.isOf(version);
        String state = isJudged ? state(watch) : "unknown";
        boolean isKnown = !state.equals("unknown");
        return new DriftView(
                state,
                isKnown ? Optional.ofNullable(watch.since()) : Optional.empty(),
                isJudged ? Optional.ofNullable(watch.lookedAt()) : Optional.empty(),
                version,
                effect.suspended().stream().map(Idea::path).sorted().toList(),
                effect.stopped(),
                isJudged ? text.read(watch.changes()) : List.of(),
                Optional.ofNullable(watch.code()),
                Optional.ofNullable(watch.reason()));
    }

    /** What is in force stays known while the org cannot be asked. */
    private static String state(Watch watch) {
        Optional<Weight> weight = watch.judged();
        boolean isInForce = weight.filter(one -> one != Weight.HARMLESS).isPresent();
        return watch.hasFailed() && !isInForce
                ? "unknown"
                : weight.map(Weight::word).orElse("none");
    }

    /** The newest first, one more than a page has. */
    List<SchemaVersionView> history(int limit, int offset) {
        return rows.page(limit, offset).stream()
                .map(row -> new SchemaVersionView(
                        row.number(),
                        row.at(),
                        row.mappingVersion(),
                        Optional.ofNullable(row.weight()).map(Weight::word).orElse("none"),
                        text.read(row.changes())))
                .toList();
    }
}
