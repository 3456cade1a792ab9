package dev.tailback.app.entries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns a row of {@code shown_entry} into what people see.
 *
 * @param queueTrouble why the queue takes nothing now, if it does not
 * @param offersEndBefore what is due to be offered before this time is not in the queue yet
 */
record EntryViewMapper(Optional<String> queueTrouble, Instant offersEndBefore) {

    EntryView view(ResultSet row) throws SQLException {
        EntryState state = EntryState.valueOf(row.getString("state"));
        Optional<OnHold> hold = hold(row);
        Explanation explanation = explanation(state, hold, row);
        return new EntryView(
                row.getObject("id", UUID.class),
                row.getObject("ad_id", UUID.class),
                row.getString("ad_reference"),
                row.getString("contract_id"),
                text(row, "contract_number"),
                text(row, "customer"),
                row.getString("contract_product_id"),
                text(row, "product"),
                row.getInt("units"),
                row.getBoolean("cancelled"),
                state,
                explanation.code(),
                explanation.reason(),
                explanation.whatNow(),
                hold,
                row.getLong("version"),
                row.getLong("reported_version"),
                row.getInt("held"),
                row.getInt("attempts"),
                hold.isPresent() ? Optional.empty() : time(row, "next_attempt_at"),
                text(row, "salesforce_id"),
                Optional.ofNullable(row.getObject("replaces", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                time(row, "reported_at"),
                List.of());
    }

    private static Optional<OnHold> hold(ResultSet row) throws SQLException {
        Optional<Instant> since = time(row, "hold_begun_at");
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(new OnHold(
                        row.getString("hold_who"),
                        row.getString("hold_reason"),
                        since.get(),
                        time(row, "hold_ends_at")));
    }

    private Explanation explanation(EntryState state, Optional<OnHold> hold, ResultSet row) throws SQLException {
        Optional<String> code = text(row, "shown_code");
        UUID replaces = row.getObject("replaces", UUID.class);
        if (code.equals(Optional.of(ShownCode.REPLACED_REJECTED.name()))) {
            return Explanation.replacedRejected(replaces, text(row, "replaced_reason"));
        }
        if (code.equals(Optional.of(ShownCode.WAITS_FOR_REPLACED.name()))) {
            return Explanation.waitsForReplaced(replaces);
        }
        if (hold.isPresent()) {
            return Explanation.onHold(code, text(row, "reason"), hold.get());
        }
        return state == EntryState.WAITING && queueTrouble.isPresent() && isNotOffered(row)
                ? Explanation.notYetInTheQueue(queueTrouble.get())
                : Explanation.of(state, code, text(row, "reason"));
    }

    private boolean isNotOffered(ResultSet row) throws SQLException {
        return row.getBoolean("offer_pending")
                && row.getTimestamp("offer_due_at").toInstant().isBefore(offersEndBefore);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
