package dev.tailback.hub.drift;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A CRM whose schema changes while it runs. Its records have fields of any name; which of them can be seen is the schema. */
public final class ChangingCrm implements Connector {

    private final SimulatedCrm records = new SimulatedCrm(Habits.GOOD);
    private final Map<String, OrgField> fields = new TreeMap<>();
    private boolean isSilent;
    private boolean isObjectGone;
    private long schemas;
    private Runnable whileAsked = () -> {};

    public ChangingCrm(Collection<String> names) {
        names.forEach(name -> put(field(name, "string", true)));
    }

    static OrgField field(String name, String type, boolean isWritable) {
        return new OrgField(
                name,
                name,
                type,
                255,
                0,
                0,
                true,
                false,
                isWritable,
                isWritable,
                true,
                false,
                false,
                false,
                false,
                List.of(),
                Optional.empty(),
                List.of());
    }

    public SimulatedCrm records() {
        return records;
    }

    /** What happens while it is being asked for its schema. */
    synchronized void whileAsked(Runnable happens) {
        whileAsked = happens;
    }

    synchronized void put(OrgField field) {
        fields.put(field.name(), field);
    }

    synchronized void remove(String field) {
        fields.remove(field);
    }

    /** Tells a field that it does not have as an empty one, as HubSpot's answers can be read, and refuses no question. */
    synchronized ChangingCrm silent() {
        isSilent = true;
        return this;
    }

    synchronized void objectGone(boolean isGone) {
        isObjectGone = isGone;
    }

    /** How often it was asked for its schema. */
    synchronized long schemas() {
        return schemas;
    }

    @Override
    public Answer<Identity> authenticate() {
        return records.authenticate();
    }

    @Override
    public synchronized Answer<Described> schema() {
        schemas++;
        whileAsked.run();
        OrgSchema schema = new OrgSchema(
                isObjectGone
                        ? List.of()
                        : List.of(new OrgObject(
                                "Company", "Company", true, true, true, List.copyOf(fields.values()), List.of())));
        return new Answer.Given<>(new Described(schema, Integer.toHexString(schema.hashCode())));
    }

    @Override
    public synchronized Answer<ChangePage> changes(ChangesAsked asked) {
        return this.<ChangePage>refused(asked.fields())
                .orElseGet(() -> records.changes(
                                new ChangesAsked(asked.object(), asked.since(), seen(asked.fields()), asked.most()))
                        .map(page -> new ChangePage(
                                page.changes().stream()
                                        .map(change -> change.<Change>fold(
                                                changed -> new Change.Changed(told(changed.record(), asked.fields())),
                                                deleted -> deleted,
                                                merged -> merged))
                                        .toList(),
                                page.next(),
                                page.isLast(),
                                page.startedAnew())));
    }

    @Override
    public synchronized Answer<List<SourceRecord>> read(RecordsAsked asked) {
        return this.<List<SourceRecord>>refused(asked.fields())
                .orElseGet(() -> records.read(new RecordsAsked(asked.object(), asked.ids(), seen(asked.fields())))
                        .map(all -> all.stream()
                                .map(record -> told(record, asked.fields()))
                                .toList()));
    }

    private <T> Optional<Answer<T>> refused(List<String> asked) {
        if (isObjectGone) {
            return Optional.of(new Answer.Refused<>("INVALID_TYPE", "sObject type 'Company' is not supported."));
        }
        return asked.stream()
                .filter(field -> !isSilent && !fields.containsKey(field))
                .findFirst()
                .map(field -> new Answer.Refused<>("INVALID_FIELD", "No such column '" + field + "' on Company."));
    }

    private List<String> seen(List<String> asked) {
        return asked.stream().filter(fields::containsKey).toList();
    }

    private static SourceRecord told(SourceRecord record, List<String> asked) {
        Map<String, String> values = new TreeMap<>(record.values());
        asked.forEach(field -> values.putIfAbsent(field, ""));
        return new SourceRecord(
                record.object(),
                record.id(),
                values,
                record.createdAt(),
                record.changedAt(),
                record.valueTimes(),
                record.version());
    }

    /** One field that it does not take refuses the record. */
    @Override
    public synchronized Answer<List<Written>> write(String object, List<Write> writes) {
        List<Written> answers = new ArrayList<>();
        for (Write write : writes) {
            Optional<String> bad = write.values().keySet().stream()
                    .filter(field ->
                            !fields.containsKey(field) || !fields.get(field).isUpdateable())
                    .findFirst();
            answers.add(bad.<Written>map(field -> new Written.Refused(
                            "NOT_WRITABLE", "The value of " + field + " cannot be stored.", Optional.empty(), false))
                    .orElseGet(() -> records.write(object, List.of(write))
                            .fold(given -> given.get(0), refused -> failed(), unavailable -> failed())));
        }
        return new Answer.Given<>(answers);
    }

    private static Written failed() {
        throw new AssertionError("nothing fails here");
    }

    @Override
    public int mostWrites() {
        return records.mostWrites();
    }

    @Override
    public Allowance allowance() {
        return records.allowance();
    }

    @Override
    public void close() {
        records.close();
    }
}
