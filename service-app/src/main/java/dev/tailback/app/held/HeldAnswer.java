package dev.tailback.app.held;

import dev.tailback.salesforce.usage.HeldUsage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The answer of Salesforce to the question which versions of some entries it holds. Only {@link Told} can say that it
 * does not hold one: who has no answer knows nothing.
 */
public sealed interface HeldAnswer {

    /** One answer for each alternative. */
    <R> R fold(Function<Told, R> told, Function<Refused, R> refused, Function<Unavailable, R> unavailable);

    /**
     * Salesforce told it.
     *
     * @param asked the entries it was asked about
     * @param byEntry what it holds of them; an entry that is asked about and not in here is not in Salesforce
     */
    record Told(Set<UUID> asked, Map<UUID, HeldUsage> byEntry) implements HeldAnswer {

        /** Salesforce was asked about nothing, so it told nothing. */
        public static final Told NOT_ASKED = new Told(Set.of(), Map.of());

        public Told {
            asked = Set.copyOf(asked);
            byEntry = Map.copyOf(byEntry);
        }

        static Told of(Collection<UUID> asked, List<HeldUsage> held) {
            return new Told(
                    Set.copyOf(asked),
                    held.stream()
                            .collect(Collectors.toMap(HeldUsage::entryId, Function.identity(), (one, other) -> one)));
        }

        public boolean asked(UUID entryId) {
            return asked.contains(entryId);
        }

        /**
         * Empty when Salesforce does not hold the entry.
         *
         * @throws IllegalArgumentException when it was not asked about this entry: nothing is known of it then
         */
        public Optional<HeldUsage> of(UUID entryId) {
            if (!asked(entryId)) {
                throw new IllegalArgumentException("Salesforce was not asked about entry " + entryId);
            }
            return Optional.ofNullable(byEntry.get(entryId));
        }

        @Override
        public <R> R fold(Function<Told, R> told, Function<Refused, R> refused, Function<Unavailable, R> unavailable) {
            return told.apply(this);
        }
    }

    /** Salesforce will not tell until rights, schema or credentials are changed. */
    record Refused(String code, String reason) implements HeldAnswer {

        @Override
        public <R> R fold(Function<Told, R> told, Function<Refused, R> refused, Function<Unavailable, R> unavailable) {
            return refused.apply(this);
        }
    }

    /** Salesforce cannot tell now; asking again may help. */
    record Unavailable(String code, String reason) implements HeldAnswer {

        @Override
        public <R> R fold(Function<Told, R> told, Function<Refused, R> refused, Function<Unavailable, R> unavailable) {
            return unavailable.apply(this);
        }
    }
}
