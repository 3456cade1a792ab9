package dev.tailback.hub.facts;

import dev.tailback.hub.database.TextList;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a field of a CRM's record holds.
 *
 * @param value as far as we know, as the CRM stores it; empty text for an empty field
 * @param ours the agreed value that the CRM stored as this one; null when a person set it
 * @param pending values that we sent, and of which the CRM has not told whether and how it stored them, as JSON
 */
@MappedEntity("held_value")
public record HeldField(
        long sourceId, String field, String value, @Nullable String ours, String pending) {

    /** So many answers in a row are not lost; older ones are forgotten. */
    private static final int MOST_PENDING = 5;

    static final String NOTHING_PENDING = "[]";

    static HeldField unknown(long sourceId, String field) {
        return new HeldField(sourceId, field, "", null, NOTHING_PENDING);
    }

    /** The CRM may store it in another form, but holds it. */
    public boolean holds(String agreed) {
        return value.equals(agreed) || agreed.equals(ours);
    }

    /** Whether we put there what it holds. */
    public boolean isOurs() {
        return ours != null && !value.isEmpty();
    }

    /** What we sent, where something that was observed can be this CRM's form of it. */
    Optional<String> echoed(String observed) {
        return sent().stream()
                .filter(sent -> new StoredForm(sent).canBe(observed))
                .findFirst();
    }

    boolean isPending(String observed) {
        return sent().contains(observed);
    }

    /** With one more value on its way; the newest first. */
    HeldField sending(String sent) {
        List<String> all = Stream.concat(Stream.of(sent), sent().stream())
                .distinct()
                .limit(MOST_PENDING)
                .toList();
        return new HeldField(sourceId, field, value, ours, TextList.json(all));
    }

    /** The CRM told that it did not store this one. */
    HeldField refused(String sent) {
        return new HeldField(
                sourceId,
                field,
                value,
                ours,
                TextList.json(
                        sent().stream().filter(other -> !other.equals(sent)).toList()));
    }

    private List<String> sent() {
        return TextList.texts(pending);
    }
}
