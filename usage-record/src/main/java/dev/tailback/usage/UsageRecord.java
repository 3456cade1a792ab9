package dev.tailback.usage;

import dev.tailback.queue.BoundedText;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A snapshot of a usage entry on its way to Salesforce.
 *
 * @param entryId the entry's own id, Salesforce's external id; minted once per entry, the same for every version
 * @param contractId groups the records: one contract is never in two workers' hands
 * @param contractProductId the sold line the units are booked on; never changes for an entry
 * @param version grows with every change of the entry, from 1 to 2^53 - 1; only the newest version waits
 * @param units whole units, 0 to 1,000,000
 * @param cancelled whether the entry no longer counts
 * @param adReference the ad's reference as people read it in Salesforce; up to 255 characters
 * @param ad what else this version says of the ad; empty for a version that was made before entries said it
 * @param attempts how often Salesforce has refused this version so far
 * @param trace the trace of the request that made this version, as W3C's {@code traceparent}; left out when it is none
 */
public record UsageRecord(
        UUID entryId,
        String contractId,
        String contractProductId,
        long version,
        int units,
        boolean cancelled,
        String adReference,
        Optional<AdDetails> ad,
        int attempts,
        Optional<String> trace) {

    /** The name of the queue in which they wait. */
    public static final String QUEUE = "usage";

    public static final int MOST_UNITS = 1_000_000;
    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_REFERENCE = 255;

    public UsageRecord {
        require(entryId != null, () -> "a usage record has no entry id");
        require(isId(contractId), () -> "usage record " + entryId + " has no usable contract id");
        require(isId(contractProductId), () -> "usage record " + entryId + " has no usable contract product id");
        require(
                version >= 1 && version <= QueueEntry.LARGEST_VERSION,
                () -> "usage record " + entryId + " has version " + version + ": versions run from 1 to 2^53 - 1");
        require(
                units >= 0 && units <= MOST_UNITS,
                () -> "usage record " + entryId + " has " + units + " units: they run from 0 to 1,000,000");
        require(isText(adReference), () -> "usage record " + entryId + " has no usable ad reference");
        require(
                attempts >= 0 && attempts <= QueueEntry.MOST_ATTEMPTS,
                () -> "usage record " + entryId + " has " + attempts + " attempts: they run from 0 to 1,000,000");
        trace = trace.filter(text -> TRACE.matcher(text).matches());
    }

    /** Of a version that no trace follows. */
    public UsageRecord(
            UUID entryId,
            String contractId,
            String contractProductId,
            long version,
            int units,
            boolean cancelled,
            String adReference,
            Optional<AdDetails> ad,
            int attempts) {
        this(
                entryId,
                contractId,
                contractProductId,
                version,
                units,
                cancelled,
                adReference,
                ad,
                attempts,
                Optional.empty());
    }

    /** Of a version that says nothing else of its ad. */
    public UsageRecord(
            UUID entryId,
            String contractId,
            String contractProductId,
            long version,
            int units,
            boolean cancelled,
            String adReference,
            int attempts) {
        this(
                entryId,
                contractId,
                contractProductId,
                version,
                units,
                cancelled,
                adReference,
                Optional.empty(),
                attempts);
    }

    /** As the queue carries it: in the group of its contract, with all else in the payload. */
    public QueueEntry entry() {
        return new QueueEntry(entryId, contractId, version, StoredPayload.of(this), attempts);
    }

    /** In their order. */
    public static List<QueueEntry> entries(List<UsageRecord> records) {
        return records.stream().map(UsageRecord::entry).toList();
    }

    /** That Salesforce holds exactly this, told so that the ledger can compare it with what it had offered. */
    public Settlement.Accepted accepted(String salesforceId) {
        long sent = Sent.of(contractProductId, units, cancelled);
        return new Settlement.Accepted(entryId, version, salesforceId, OptionalLong.of(sent));
    }

    // A sentence for each record that is in order would cost more than reading it.
    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise.get());
        }
    }

    private static boolean isId(String text) {
        return BoundedText.isId(text, LONGEST_ID);
    }

    // Longer than any we make; how long Salesforce's field is, Salesforce says itself.
    private static boolean isText(String text) {
        return text != null
                && text.length() <= LONGEST_REFERENCE
                && BoundedText.of(text, LONGEST_REFERENCE).equals(text);
    }
}
