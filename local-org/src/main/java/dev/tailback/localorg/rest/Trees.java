package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.SaveError;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.wire.ReadJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /composite/tree/X}: records with their children and theirs, inserted together or not at all, level by level.
 * REST guide, pages create-nested-records and sobject-tree-response-body.
 */
final class Trees {

    Reply reply(Call call) {
        if (!call.method().equals("POST")) {
            throw ApiException.methodNotAllowed(call.method(), "POST");
        }
        ObjectType type = call.object(2);
        List<List<TreeNode>> levels =
                new ReadTree(call).read(type, ReadJson.object(call.request().body()));
        try (Transaction transaction = call.org().store().begin()) {
            List<SaveResult> failures = insert(call, transaction, levels);
            List<TreeNode> nodes = levels.stream().flatMap(List::stream).toList();
            if (failures.isEmpty()) {
                transaction.commit();
                return created(nodes);
            }
            return refused(nodes);
        }
    }

    /** Empty when all levels were inserted; otherwise the failures of the first level that was not. */
    private static List<SaveResult> insert(Call call, Transaction transaction, List<List<TreeNode>> levels) {
        for (List<TreeNode> level : levels) {
            Map<ObjectType, List<TreeNode>> byType = new LinkedHashMap<>();
            level.forEach(node -> byType.computeIfAbsent(node.type(), none -> new ArrayList<>())
                    .add(node));
            List<SaveResult> failures = new ArrayList<>();
            byType.forEach((type, nodes) -> failures.addAll(insert(call, transaction, type, nodes)));
            if (!failures.isEmpty()) {
                return failures;
            }
        }
        return List.of();
    }

    private static List<SaveResult> insert(Call call, Transaction transaction, ObjectType type, List<TreeNode> nodes) {
        List<Map<String, Object>> records = nodes.stream().map(TreeNode::record).toList();
        Field id = SingleRows.id(type);
        List<SaveResult> results =
                call.org().save().save(transaction, call.user(), new SaveRequest(type, Verb.INSERT, id, records));
        for (int index = 0; index < nodes.size(); index++) {
            nodes.get(index).became(results.get(index));
        }
        return results.stream().filter(result -> !result.success()).toList();
    }

    private static Reply created(List<TreeNode> nodes) {
        return Reply.json(201, json -> {
            json.writeStartObject();
            json.writeBooleanField("hasErrors", false);
            json.writeArrayFieldStart("results");
            for (TreeNode node : nodes) {
                json.writeStartObject();
                json.writeStringField("referenceId", node.referenceId());
                json.writeStringField("id", node.id());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Reply refused(List<TreeNode> nodes) {
        return Reply.json(400, json -> {
            json.writeStartObject();
            json.writeBooleanField("hasErrors", true);
            json.writeArrayFieldStart("results");
            for (TreeNode node : nodes) {
                List<SaveError> errors = node.result().map(SaveResult::errors).orElse(List.of());
                if (!errors.isEmpty()) {
                    json.writeStartObject();
                    json.writeStringField("referenceId", node.referenceId());
                    ResultJson.writeErrors(json, errors);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
