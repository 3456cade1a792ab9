package dev.tailback.app.relay;

import dev.tailback.app.links.AdLinks;
import dev.tailback.queue.Postponed;
import dev.tailback.queue.QueueEntry;
import dev.tailback.tracing.Step;
import dev.tailback.usage.AdDetails;
import dev.tailback.usage.UsageRecord;
import io.micronaut.core.annotation.Nullable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry that Salesforce has yet to accept: its record for the queue, and when it is due.
 *
 * @param line its place in the order of creation
 * @param offerDueAt when it must be offered, as it was read
 * @param delay how long it must still wait for its next attempt, because Salesforce refused it for now; zero when it
 *     may go at once
 * @param cause the code of that refusal
 * @param heldBack because the entry it replaces is not cancelled in Salesforce yet
 */
record OpenEntry(
        UsageRecord record, long line, Instant offerDueAt, Duration delay, Optional<String> cause, boolean heldBack) {

    static OpenEntry in(ResultSet row, Instant now, AdLinks links) throws SQLException {
        UsageRecord record = new UsageRecord(
                row.getObject("id", UUID.class),
                row.getString("contract_id"),
                row.getString("contract_product_id"),
                row.getLong("version"),
                row.getInt("units"),
                row.getBoolean("cancelled"),
                row.getString("ad_reference"),
                ad(row, links),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("trace")));
        return new OpenEntry(
                record,
                row.getLong("line"),
                row.getTimestamp("offer_due_at").toInstant(),
                left(row.getTimestamp("next_attempt_at"), now),
                Optional.ofNullable(row.getString("cause")),
                row.getBoolean("held_back"));
    }

    /** Nothing for a version that was made before versions said anything of their ad. */
    private static Optional<AdDetails> ad(ResultSet row, AdLinks links) throws SQLException {
        String title = row.getString("ad_title");
        if (title == null) {
            return Optional.empty();
        }
        return Optional.of(new AdDetails(
                title,
                Optional.ofNullable(row.getObject("ad_service_date", LocalDate.class)),
                Optional.ofNullable(row.getString("ad_customer_reference")),
                links.of(row.getObject("ad_id", UUID.class))));
    }

    private static Duration left(@Nullable Timestamp nextAttempt, Instant now) {
        return nextAttempt == null || nextAttempt.toInstant().isBefore(now)
                ? Duration.ZERO
                : Duration.between(now, nextAttempt.toInstant());
    }

    void describe(Step step) {
        step.with("entry.id", record.entryId().toString())
                .with("contract.id", record.contractId())
                .with("entry.version", record.version());
    }

    UUID id() {
        return record.entryId();
    }

    long version() {
        return record.version();
    }

    /** For now, and no person has changed it since: the queue keeps it if its cause is on hold. */
    boolean wasRefused() {
        return cause.isPresent() || !delay.isZero();
    }

    /** As the queue carries it. */
    QueueEntry queued() {
        return record.entry();
    }

    Postponed postponed() {
        return new Postponed(queued(), delay, cause);
    }
}
