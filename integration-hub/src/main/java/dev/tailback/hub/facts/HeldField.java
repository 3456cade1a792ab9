package dev.tailback.hub.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.database.TextList;
import dev.tailback.hub.database.TimeText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a field of a CRM's record holds.
 *
 * @param value as far as we know, as the CRM stores it; empty text for an empty field
 * @param ours the agreed value that the CRM stored as this one; null when a person set it
 * @param pending values that we sent, and of which the CRM has not told whether and how it stored them, as JSON
 * @param refusedBy the rule of quality that refused it; null when none did
 * @param notBefore when our last write began that was accepted: what is there now got there later, and so does what
 *     follows; null when we have put nothing there yet, or do not know when
 */
@MappedEntity("held_value")
public record HeldField(
        long sourceId,
        String field,
        String value,
        @Nullable String ours,
        String pending,
        @Nullable String refusedBy,
        @Nullable Instant notBefore) {

    /** So many answers in a row are not lost; older ones are forgotten. */
    private static final int MOST_PENDING = 5;

    private static final String NOTHING_PENDING = "[]";

    static HeldField unknown(long sourceId, String field) {
        return new HeldField(sourceId, field, "", null, NOTHING_PENDING, null, null);
    }

    /** The CRM stores as {@code value} what we sent. */
    static HeldField ours(long sourceId, String field, String value, String sent, @Nullable Instant begun) {
        return new HeldField(sourceId, field, value, sent, NOTHING_PENDING, null, begun);
    }

    /** The CRM stores as {@code shown} what we sent, and has not told when. */
    HeldField showingOurs(String shown, String sent) {
        return ours(sourceId, field, shown, sent, notBefore);
    }

    /** A person put this here. */
    HeldField said(String by, Optional<String> refused) {
        return new HeldField(sourceId, field, by, null, pending, refused.orElse(null), notBefore);
    }

    /** Nobody has said anything new. */
    HeldField showing(String same) {
        return new HeldField(sourceId, field, same, ours, pending, refusedBy, notBefore);
    }

    void write(ObjectNode row) {
        row.put("source_id", sourceId)
                .put("field", field)
                .put("value", value)
                .put("ours", ours)
                .put("pending", pending)
                .put("refused_by", refusedBy)
                .put(
                        "not_before",
                        Optional.ofNullable(notBefore).map(TimeText::of).orElse(null));
    }

    /** The CRM may store it in another form, but holds it. */
    public boolean holds(String agreed) {
        return value.equals(agreed) || agreed.equals(ours);
    }

    /** Whether we put there what it holds, or emptied it. */
    public boolean isOurs() {
        return ours != null;
    }

    /** The agreed value that we put there; not there when a person set it, or it is empty. */
    public Optional<String> given() {
        return Optional.ofNullable(ours).filter(value -> !value.isEmpty());
    }

    /** What a rule refused stays where it is, until a person mends it. */
    public boolean isRefused() {
        return refusedBy != null;
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

    /**
     * With one more value on its way; the newest first. Where the same value was sent before and its answer was lost,
     * it stands here twice: only one of the two attempts can be on its way.
     */
    HeldField sending(String sent) {
        Stream<String> others =
                sent().stream().distinct().filter(other -> !other.equals(sent)).limit(MOST_PENDING - 1);
        Stream<String> attempts = isPending(sent) ? Stream.of(sent, sent) : Stream.of(sent);
        List<String> all = Stream.concat(attempts, others).toList();
        return new HeldField(sourceId, field, value, ours, TextList.json(all), refusedBy, notBefore);
    }

    /** The CRM told that it did not store the last attempt. It did not speak of one before it whose answer was lost. */
    HeldField notStored(String sent) {
        List<String> others = new ArrayList<>(sent());
        others.remove(sent);
        return new HeldField(sourceId, field, value, ours, TextList.json(others), refusedBy, notBefore);
    }

    private List<String> sent() {
        return TextList.texts(pending);
    }
}
