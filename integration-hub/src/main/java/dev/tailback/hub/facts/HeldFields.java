package dev.tailback.hub.facts;

import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each record holds, by field, as far as we know. Written in the caller's transaction. */
@Singleton
public class HeldFields {

    private final FactRows rows;

    HeldFields(FactRows rows) {
        this.rows = rows;
    }

    public Map<String, HeldField> of(KnownRecord record) {
        return rows.held(record.id()).stream().collect(Collectors.toMap(HeldField::field, Function.identity()));
    }

    /** Before the CRM is called, so that a crash leaves a trace of what may have been written. */
    public void sending(KnownRecord record, Map<String, String> values) {
        Map<String, HeldField> held = of(record);
        values.forEach((field, value) -> rows.hold(
                held.getOrDefault(field, HeldField.unknown(record.id(), field)).sending(value)));
    }

    /** @param stored as the CRM told; of a field that it does not tell, the next observation may be another form */
    public void accepted(KnownRecord record, Map<String, String> sent, Map<String, String> stored) {
        sent.forEach((field, value) -> {
            HeldField now = HeldField.ours(record.id(), field, stored.getOrDefault(field, value), value);
            rows.hold(stored.containsKey(field) ? now : now.sending(value));
        });
    }

    /** The CRM has not taken it, and told so. */
    public void refused(KnownRecord record, Map<String, String> sent) {
        Map<String, HeldField> held = of(record);
        sent.forEach((field, value) -> Optional.ofNullable(held.get(field))
                .map(now -> now.notStored(value))
                .ifPresent(rows::hold));
    }

    /**
     * Nobody saw the field for a while, and now it can be seen again. That it is empty was said by nobody: the CRM may have
     * made it anew. That it holds what it held before is no news either.
     */
    public void unseen(String crm, String object, String field) {
        rows.unseen(crm, object, field);
    }

    /** Another field stands for the attribute from now on: what was held in the one before is no news there. */
    public void moved(String crm, String object, String from, String to) {
        rows.moved(crm, object, from, to);
    }

    /** The field has another name: what people said in it counts under that one, in the caller's transaction. */
    public void renamed(String crm, String object, String from, String to) {
        rows.renamed(crm, object, from, to);
    }
}
