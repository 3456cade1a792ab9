package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.switches.Switch;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates, changes and archives records under the rules of the account. Values are given as text; empty text empties a
 * property. Who calls holds the account's lock.
 */
public final class WriteRecords {
    private final Content content;
    private final Switches switches;
    private final CheckValues check;

    public WriteRecords(Content content, Switches switches) {
        this.content = content;
        this.switches = switches;
        this.check = new CheckValues(content, switches);
    }

    /**
     * @throws InvalidRecord when values are refused
     * @throws RecordExists when a contact has the e-mail address already
     */
    public CrmRecord create(ObjectType type, Map<String, String> given, Source source, long now) {
        Map<String, String> stored = check.forNew(type, given);
        CrmRecord empty = new CrmRecord(type, content.records().nextId(), now, now, 0, Map.of(), List.of());
        CrmRecord record = empty.with(changed(empty, stored, source, now), now);
        content.save(record);
        return record;
    }

    /** As {@link #create}. */
    public CrmRecord update(CrmRecord before, Map<String, String> given, Source source, long now) {
        Map<String, String> stored = check.forChange(before, given);
        Map<String, List<Version>> values = changed(before, stored, source, now);
        boolean same = values.equals(before.values());
        if (stored.isEmpty() || (same && switches.is(Switch.SAME_VALUE_WRITE, "nothing"))) {
            return before;
        }
        CrmRecord record = before.with(values, now);
        content.save(record);
        return record;
    }

    /** Refuses what {@link #create} would refuse, and changes nothing. */
    public void check(ObjectType type, Map<String, String> given) {
        check.forNew(type, given);
    }

    /** Refuses what {@link #update} would refuse, and changes nothing. */
    public void check(CrmRecord before, Map<String, String> given) {
        check.forChange(before, given);
    }

    private Map<String, List<Version>> changed(CrmRecord before, Map<String, String> stored, Source source, long now) {
        Map<String, List<Version>> values = new HashMap<>(before.values());
        boolean again = switches.is(Switch.SAME_VALUE_WRITE, "version");
        stored.forEach((name, value) -> {
            if (again || !before.newest(name).equals(value)) {
                CrmRecord.add(
                        values,
                        name,
                        new Version(value, now, source),
                        before.type().versionsKept());
            }
        });
        Computed.of(before.type(), values).forEach((name, value) -> {
            if (!before.newest(name).equals(value)) {
                CrmRecord.add(
                        values,
                        name,
                        new Version(value, now, Source.CALCULATED),
                        before.type().versionsKept());
            }
        });
        return values;
    }

    /** An archived record stays as it is. */
    public CrmRecord archive(CrmRecord record, long now) {
        if (record.isArchived()) {
            return record;
        }
        CrmRecord gone = record.archived(now);
        content.links().of(record.type(), record.id()).forEach(content::unlink);
        content.save(gone);
        return gone;
    }

    /** @throws InvalidRecord when another record has taken a unique value of it meanwhile */
    public CrmRecord restore(CrmRecord record, long now) {
        check.keepsUniqueValues(record);
        CrmRecord alive = record.archived(0).with(record.values(), now);
        content.save(alive);
        return alive;
    }
}
