package dev.tailback.crm.salesforce;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.salesforce.ReadRows.Rows;
import dev.tailback.mapping.FieldPath;
import dev.tailback.salesforce.query.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads changes in rounds: deletions, then records in the order of time and id, up to the time of the newest record when
 * the round began. All times are the org's own; ours plays no part.
 */
final class ReadChangesOfOrg {

    private static final String NOT_OURS =
            "The cursor is not one of this connection, so everything that Salesforce has is read again.";

    private final ReadRows rows;
    private final ReadDeletions deletions;
    private final Duration overlap;

    ReadChangesOfOrg(ReadRows rows, ReadDeletions deletions, Duration overlap) {
        this.rows = rows;
        this.deletions = deletions;
        this.overlap = overlap;
    }

    Answer<ChangePage> page(ChangesAsked asked) {
        if (!FieldPath.NAME.matcher(asked.object()).matches()) {
            return new Answer.Refused<>("INVALID_TYPE", "The object has no API name: check the mapping.");
        }
        if (asked.since().isEmpty()) {
            return page(asked, Round.first(), Optional.empty());
        }
        return Round.of(asked.since().get())
                .map(round -> page(asked, round, Optional.empty()))
                .orElseGet(() -> page(asked, Round.first(), Optional.of(NOT_OURS)));
    }

    private Answer<ChangePage> page(ChangesAsked asked, Round round, Optional<String> anew) {
        return switch (round.step()) {
            case BEGIN -> begun(asked, round).flatMap(begun -> page(asked, begun, anew));
            case DELETIONS -> deleted(asked, round, anew);
            case RECORDS -> changed(asked, round, anew);
        };
    }

    private Answer<Round> begun(ChangesAsked asked, Round round) {
        String newest = "SELECT SystemModstamp FROM " + asked.object() + " ORDER BY SystemModstamp DESC LIMIT 1";
        return rows.ask("query", newest, row -> OrgValue.time(row.path(ReadRows.STAMP)))
                .map(found -> begun(found, round));
    }

    private Round begun(Rows<Instant> newest, Round round) {
        Instant upper =
                newest.rows().stream().findFirst().orElse(round.records().time());
        Instant now = newest.answeredAt().filter(upper::isBefore).orElse(upper);
        return round.begun(upper, now, now.minus(overlap));
    }

    private Answer<ChangePage> deleted(ChangesAsked asked, Round round, Optional<String> anew) {
        return deletions
                .page(asked.object(), round, asked.most())
                .flatMap(page -> page.fold(
                        expired -> page(asked, Round.first(), Optional.of(expired)),
                        found -> found.changes().isEmpty()
                                ? page(asked, found.next(), anew)
                                : new Answer.Given<>(new ChangePage(
                                        found.changes(), found.next().cursor(), false, anew))));
    }

    private Answer<ChangePage> changed(ChangesAsked asked, Round round, Optional<String> anew) {
        int most = Math.min(asked.most(), ReadRows.MOST);
        String rest = "WHERE SystemModstamp <= " + Timestamps.literal(round.upper()) + " AND "
                + round.records().after() + " ORDER BY SystemModstamp, Id LIMIT " + most;
        return rows.records(asked.object(), asked.fields(), rest).flatMap(found -> page(found, round, most, anew));
    }

    private Answer<ChangePage> page(Rows<SourceRecord> found, Round round, int most, Optional<String> anew) {
        if (!goesOn(found.rows(), round) || found.rows().size() > most) {
            return ReadRows.unusable(
                    "Salesforce answered with records that were not asked for, or were read before: ask "
                            + "again, and if it stays so, see who answers in its place.");
        }
        boolean isLast = found.rows().isEmpty() || found.isAll() && found.rows().size() < most;
        Position last = found.rows().isEmpty() ? round.records() : position(found.rows());
        Round next = isLast ? round.ended(last, round.began().minus(overlap)) : round.withRecords(last);
        List<Change> changes =
                found.rows().stream().<Change>map(Change.Changed::new).toList();
        return new Answer.Given<>(new ChangePage(changes, next.cursor(), isLast, anew));
    }

    /** Nothing from beyond the round's end, nothing from before, and not the last record again. */
    private static boolean goesOn(List<SourceRecord> records, Round round) {
        return records.stream()
                .noneMatch(record -> record.changedAt().isAfter(round.upper())
                        || record.changedAt().isBefore(round.records().time())
                        || record.id().equals(round.records().id()));
    }

    private static Position position(List<SourceRecord> records) {
        SourceRecord last = records.get(records.size() - 1);
        return new Position(last.changedAt(), last.id());
    }
}
