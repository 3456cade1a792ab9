package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads, creates, updates, upserts and archives up to 100 records in one call. */
final class Batches {
    static final int MOST = 100;
    private static final int MOST_WITH_HISTORY = 50;

    private final Account account;
    private final Saving saving;
    private final BatchRules rules;

    Batches(Account account, Saving saving, BatchRules rules) {
        this.account = account;
        this.saving = saving;
        this.rules = rules;
    }

    /** Records that are not there are named together in one error. */
    Reply read(Call call, Route route, ObjectType type) {
        ObjectNode body = ReadBody.object(call);
        View view = new View(
                ReadBody.texts(body.path("properties")), ReadBody.texts(body.path("propertiesWithHistory")), List.of());
        List<JsonNode> inputs = ReadBody.inputs(body, view.withHistory().isEmpty() ? MOST : MOST_WITH_HISTORY);
        boolean archived = call.param("archived").filter("true"::equals).isPresent();
        BatchReply reply = new BatchReply(account.now());
        account.read(content -> {
            Map<String, Optional<CrmRecord>> found = new LinkedHashMap<>();
            for (JsonNode input : inputs) {
                String id = input.path("id").asText();
                found.put(
                        id,
                        Objects.find(content, type, body.path("idProperty").asText(""), id)
                                .filter(record -> record.isArchived() == archived));
            }
            found.values().stream()
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(record -> reply.result(view.show(content, record)));
            List<String> missing = found.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            if (!missing.isEmpty()) {
                reply.error(missing(type, missing));
            }
            return found;
        });
        return reply.reply(200, rules.partialStatus(route), account.now());
    }

    private static ApiRefusal missing(ObjectType type, List<String> ids) {
        ApiRefusal refusal = ApiRefusal.notFound("Could not get some "
                + type.singular().toUpperCase(Locale.ROOT)
                + " objects, they may be deleted or not exist. Check that ids are valid.");
        ids.forEach(id -> refusal.with("ids", id));
        return refusal;
    }

    Reply create(Call call, Route route, ObjectType type) {
        List<JsonNode> inputs = ReadBody.inputs(ReadBody.object(call), MOST);
        return write(route, 201, inputs, new Step() {
            @Override
            public void check(Content content, JsonNode input) {
                saving.check(content, type, ReadBody.properties(input));
            }

            @Override
            public ObjectNode run(Content content, JsonNode input) {
                Map<String, String> given = ReadBody.properties(input);
                CrmRecord record = saving.create(content, type, given);
                saving.associate(content, record, input.path("associations"));
                return SingleRecords.written(given.keySet(), type).show(content, record);
            }
        });
    }

    Reply update(Call call, Route route, ObjectType type) {
        List<JsonNode> inputs = ReadBody.inputs(ReadBody.object(call), MOST);
        rules.refuseRepeated(inputs);
        return write(route, 200, inputs, new Step() {
            @Override
            public void check(Content content, JsonNode input) {
                find(content, type, input)
                        .ifPresent(record -> saving.check(content, record, ReadBody.properties(input)));
            }

            @Override
            public ObjectNode run(Content content, JsonNode input) {
                Map<String, String> given = ReadBody.properties(input);
                CrmRecord before = find(content, type, input)
                        .orElseThrow(
                                () -> missing(type, List.of(input.path("id").asText())));
                return SingleRecords.written(given.keySet(), type).show(content, saving.update(content, before, given));
            }
        });
    }

    Reply upsert(Call call, Route route, ObjectType type) {
        List<JsonNode> inputs = ReadBody.inputs(ReadBody.object(call), MOST);
        rules.refuseRepeated(inputs);
        return write(route, 200, inputs, new Upsert(saving, type));
    }

    static Optional<CrmRecord> find(Content content, ObjectType type, JsonNode input) {
        return Objects.living(
                content,
                type,
                input.path("idProperty").asText(""),
                input.path("id").asText());
    }

    Reply archive(Call call, ObjectType type) {
        List<JsonNode> inputs = ReadBody.inputs(ReadBody.object(call), MOST);
        return account.write(content -> {
            inputs.forEach(
                    input -> Objects.living(content, type, "", input.path("id").asText())
                            .ifPresent(record -> saving.archive(content, record)));
            return Reply.nothing(204);
        });
    }

    /** What is done with each input of a batch. */
    interface Step {

        /** Refuses what {@link #run} would refuse, and changes nothing. */
        void check(Content content, JsonNode input);

        ObjectNode run(Content content, JsonNode input);
    }

    /** Where one bad input spoils the batch, all are looked at before anything is written. */
    private Reply write(Route route, int done, List<JsonNode> inputs, Step step) {
        BatchReply reply = new BatchReply(account.now());
        account.write(content -> {
            if (!rules.isPartial(inputs)) {
                inputs.forEach(input -> step.check(content, input));
            }
            for (JsonNode input : inputs) {
                run(content, input, step, reply);
            }
            return inputs;
        });
        return reply.reply(done, rules.partialStatus(route), account.now());
    }

    private void run(Content content, JsonNode input, Step step, BatchReply reply) {
        try {
            rules.failSome();
            ObjectNode result = step.run(content, input);
            if (input.path("objectWriteTraceId").isTextual()) {
                result.put(
                        "objectWriteTraceId", input.path("objectWriteTraceId").asText());
            }
            reply.result(result);
        } catch (ApiRefusal refused) {
            reply.error(traced(refused, input));
        }
    }

    private static ApiRefusal traced(ApiRefusal refused, JsonNode input) {
        return input.path("objectWriteTraceId").isTextual()
                ? refused.with(
                        "objectWriteTraceId", input.path("objectWriteTraceId").asText())
                : refused;
    }
}
