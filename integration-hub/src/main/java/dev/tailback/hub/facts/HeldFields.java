package dev.tailback.hub.facts;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each record holds, by field, as far as we know. Written in the caller's transaction. */
@Singleton
public class HeldFields {

    private final FactRows rows;

    HeldFields(FactRows rows) {
        this.rows = rows;
    }

    public Map<String, HeldField> of(KnownRecord record) {
        return of(List.of(record)).getOrDefault(record.id(), Map.of());
    }

    /** By the records' ids; a record of which nothing is known is not there. */
    public Map<Long, Map<String, HeldField>> of(Collection<KnownRecord> records) {
        List<Long> ids = records.stream().map(KnownRecord::id).toList();
        return ids.isEmpty()
                ? Map.of()
                : rows.held(RowsJson.numbers(ids)).stream()
                        .collect(Collectors.groupingBy(
                                HeldField::sourceId, Collectors.toMap(HeldField::field, Function.identity())));
    }

    /** Before the CRM is called, so that a crash leaves a trace of what may have been written. */
    public void sending(KnownRecord record, Map<String, String> values) {
        sending(List.of(new SentValues(record, values)), of(List.of(record)));
    }

    /** The same, of many. @param held what they hold until now */
    public void sending(List<SentValues> sent, Map<Long, Map<String, HeldField>> held) {
        rows.hold(sent.stream()
                .flatMap(one -> one.sending(held.getOrDefault(one.record().id(), Map.of())))
                .toList());
    }

    /** Of one record that we have not written before. */
    public void accepted(SentValues sent, Map<String, String> stored) {
        accepted(Map.of(sent, stored), Optional.empty());
    }

    /**
     * @param stored as the CRM told of each; of a field that it does not tell, the next observation may be another form
     * @param begun by the database's clock, before the CRM was called
     */
    public void accepted(Map<SentValues, Map<String, String>> stored, Optional<Instant> begun) {
        rows.hold(stored.entrySet().stream()
                .flatMap(one -> one.getKey().accepted(one.getValue(), begun))
                .toList());
    }

    /** The CRM has not taken it, and told so. */
    public void refused(KnownRecord record, Map<String, String> sent) {
        Map<String, HeldField> held = of(record);
        rows.hold(sent.entrySet().stream()
                .flatMap(value ->
                        Stream.ofNullable(held.get(value.getKey())).map(now -> now.notStored(value.getValue())))
                .toList());
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
