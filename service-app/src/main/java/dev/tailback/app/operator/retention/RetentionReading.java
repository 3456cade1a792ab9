package dev.tailback.app.operator.retention;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Every kind of data that is kept: how much of it there is, how old it is, and how much may go. */
@Singleton
public class RetentionReading {

    private final Kinds kinds;
    private final KeptRows rows;
    private final Clock clock;

    RetentionReading(Kinds kinds, KeptRows rows, Clock clock) {
        this.kinds = kinds;
        this.rows = rows;
        this.clock = clock;
    }

    public RetentionView now() {
        Instant now = clock.instant();
        return new RetentionView(
                kinds.all().stream().map(kind -> view(kind, now)).toList());
    }

    private KindView view(Kind kind, Instant now) {
        return KindView.of(kind, rows.count(kind), mayGo(kind, now), rows.oldest(kind, now));
    }

    private Optional<RowCount> mayGo(Kind kind, Instant now) {
        return kind.keeping()
                .fold(
                        Optional::<RowCount>empty,
                        Optional::<RowCount>empty,
                        spent -> Optional.of(rows.older(spent, now.minus(Duration.ofDays(spent.youngestDays())))));
    }
}
