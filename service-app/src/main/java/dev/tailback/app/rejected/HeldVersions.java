package dev.tailback.app.rejected;

import dev.tailback.app.held.AskHeld;
import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.ledger.Entry;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks Salesforce what it holds of rejected entries, where a person's decision depends on it. Call it outside of any
 * transaction.
 */
@Singleton
public class HeldVersions {

    /** Codes of refusals because of the version: what is sent next must be above the one Salesforce holds. */
    public static final Set<String> REFUSED_FOR_THEIR_VERSION = Set.of("USAGE_STALE", "USAGE_VERSION_REUSED");

    private final AskHeld salesforce;

    HeldVersions(AskHeld salesforce) {
        this.salesforce = salesforce;
    }

    /** Whether only Salesforce can tell which version it would accept. */
    public static boolean mustBeAsked(Entry entry) {
        return entry.code() != null && REFUSED_FOR_THEIR_VERSION.contains(entry.code());
    }

    /** What Salesforce holds of those entries for which it must be asked; {@link #above} reads the answer. */
    public HeldAnswer of(Collection<Entry> entries) {
        return salesforce.about(entries.stream()
                .filter(HeldVersions::mustBeAsked)
                .map(Entry::id)
                .toList());
    }

    /** The version that the entry must go above; 0 when it may go as it is. */
    public static long above(HeldAnswer.Told told, UUID entryId) {
        Optional<HeldUsage> held = told.asked(entryId) ? told.of(entryId) : Optional.empty();
        return held.map(HeldUsage::version).orElse(0L);
    }

    /**
     * The version that this entry must go above; 0 when it may go as it is.
     *
     * @throws Problem 503 {@code salesforce_unavailable}
     */
    long above(Entry entry) {
        return above(required(of(List.of(entry))), entry.id());
    }

    /**
     * What Salesforce holds of one entry.
     *
     * @throws Problem 503 {@code salesforce_unavailable}
     */
    HeldAnswer.Told told(UUID id) {
        return required(salesforce.about(List.of(id)));
    }

    private static HeldAnswer.Told required(HeldAnswer answer) {
        return answer.fold(
                told -> told,
                refused -> {
                    throw Refusals.salesforceRefusesToTell(refused.code(), refused.reason());
                },
                unavailable -> {
                    throw Refusals.salesforceCannotTell();
                });
    }
}
