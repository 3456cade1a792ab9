package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.crm.declared.DeclaredObject.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads records one by one: by id, or by a unique field. */
record ReadDeclaredRecords(DeclaredCalls calls, DeclaredCrm crm, RecordShape shape) {

    Answer<List<SourceRecord>> byId(List<String> ids, List<String> fields) {
        List<SourceRecord> found = new ArrayList<>();
        Answer<List<SourceRecord>> all = new Answer.Given<>(found);
        for (String id : ids.stream().filter(RecordShape::isId).distinct().toList()) {
            all = all.flatMap(known -> byId(id, fields).map(record -> {
                record.ifPresent(found::add);
                return found;
            }));
        }
        return all;
    }

    Answer<Optional<SourceRecord>> byId(String id, Collection<String> fields) {
        return one(shape.object().read(), Map.of("id", id), fields)
                .map(found -> found.filter(record -> record.id().equals(id)));
    }

    Answer<Optional<SourceRecord>> byKey(Request find, String keyField, String key, Collection<String> fields) {
        return one(find, Map.of("keyField", keyField, "key", key), fields);
    }

    private Answer<Optional<SourceRecord>> one(Request call, Map<String, String> values, Collection<String> fields) {
        Map<String, String> all = new java.util.HashMap<>(values);
        all.put("fields", String.join(",", fields));
        return calls.answered(Blanks.path(call.path(), all), Blanks.filled(call.query(), all))
                .flatMap(answer -> isGone(answer)
                        ? new Answer.Given<>(Optional.empty())
                        : calls.good(answer).flatMap(good -> record(good, call, fields)));
    }

    /** Whether the CRM says that there is no such record. */
    boolean isGone(CrmAnswer answer) {
        return answer.status() >= 400
                && (crm.errors().gone().contains(String.valueOf(answer.status()))
                        || calls.error(answer)
                                .filter(error -> crm.errors().gone().contains(error.code()))
                                .isPresent());
    }

    private Answer<Optional<SourceRecord>> record(CrmAnswer answer, Request call, Collection<String> fields) {
        JsonNode there = call.record().in(answer.json());
        if (there.isArray() && there.size() > 1) {
            return new Answer.Unavailable<>(
                    CutAnswer.CODE,
                    calls.name() + " answers with several records where one was asked for: see 'find' and 'read', and "
                            + "whether the field is unique there.",
                    Optional.empty());
        }
        if (there.isArray() && there.isEmpty()) {
            return new Answer.Given<>(Optional.empty());
        }
        try {
            SourceRecord record = shape.read(there.isArray() ? there.get(0) : there, fields);
            boolean isGone = shape.object()
                    .list()
                    .gone()
                    .filter(place ->
                            place.in(there.isArray() ? there.get(0) : there).asBoolean(false))
                    .isPresent();
            return new Answer.Given<>(isGone ? Optional.empty() : Optional.of(record));
        } catch (CutAnswer cut) {
            return new Answer.Unavailable<>(CutAnswer.CODE, cut.getMessage(), Optional.empty());
        }
    }
}
