package dev.tailback.app.operator.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.operator.retention.Keeping.UntilOld;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * One kind of data, and how long it is kept.
 *
 * @param kind as a deletion names it
 * @param deletable whether an operator may delete what is old of it
 * @param youngestDays what is younger may not be deleted by command
 * @param automaticallyAfterSeconds the age at which it goes in any case
 * @param setting the environment value that says so; empty where it is fixed
 * @param rows how many there are
 * @param exact whether they were counted; else it is PostgreSQL's estimate, and 10,000 at least
 * @param mayGo how many of them a command may delete now; empty where it may delete none
 * @param oldest when the oldest row was made; of what is deletable, since when the oldest one is spent
 * @param stays what stays, or why all of it does
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KindView(
        String kind,
        String what,
        boolean deletable,
        Optional<Integer> youngestDays,
        Optional<Long> automaticallyAfterSeconds,
        Optional<String> setting,
        long rows,
        boolean exact,
        Optional<RowCount> mayGo,
        Optional<Instant> oldest,
        String stays) {

    static KindView of(Kind kind, RowCount count, Optional<RowCount> mayGo, Optional<Instant> oldest) {
        Optional<UntilOld> spent = kind.keeping().fold(Optional::empty, Optional::empty, Optional::of);
        return new KindView(
                kind.name(),
                kind.what(),
                spent.isPresent(),
                spent.map(UntilOld::youngestDays),
                spent.map(keeping -> keeping.automaticallyAfter().toSeconds()),
                spent.map(UntilOld::setting).filter(setting -> !setting.isEmpty()),
                count.rows(),
                count.exact(),
                mayGo,
                oldest,
                kind.stays());
    }
}
