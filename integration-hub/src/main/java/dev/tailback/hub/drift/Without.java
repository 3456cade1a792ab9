package dev.tailback.hub.drift;

import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions and answers without some fields. */
record Without(Collection<String> fields) {

    ChangesAsked asked(ChangesAsked asked) {
        return new ChangesAsked(asked.object(), asked.since(), names(asked.fields()), asked.most());
    }

    RecordsAsked asked(RecordsAsked asked) {
        return new RecordsAsked(asked.object(), asked.ids(), names(asked.fields()));
    }

    private List<String> names(List<String> all) {
        return all.stream().filter(field -> !fields.contains(field)).toList();
    }

    ChangePage page(ChangePage page) {
        return new ChangePage(
                page.changes().stream().map(this::change).toList(), page.next(), page.isLast(), page.startedAnew());
    }

    private Change change(Change change) {
        return change.<Change>fold(
                changed -> new Change.Changed(record(changed.record())), deleted -> deleted, merged -> merged);
    }

    SourceRecord record(SourceRecord record) {
        Map<String, String> values = new TreeMap<>(record.values());
        Map<String, Instant> times = new TreeMap<>(record.valueTimes());
        values.keySet().removeAll(fields);
        times.keySet().removeAll(fields);
        return new SourceRecord(
                record.object(), record.id(), values, record.createdAt(), record.changedAt(), times, record.version());
    }

    Written written(Written written) {
        return written.fold(
                accepted -> accepted,
                refused -> refused,
                conflict -> new Written.Conflict(record(conflict.holds())),
                gone -> gone,
                unknown -> unknown);
    }
}
