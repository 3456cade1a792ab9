package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.Link;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Links between records, as version 3 and as version 4 and the dated ones write them. Only the default kind is here. */
final class Associations {
    private static final int MOST = 1000;
    private static final Set<String> WRITES = Set.of("create", "associate/default", "archive", "labels/archive");

    private final Account account;
    private final Granted granted;

    Associations(Account account, Granted granted) {
        this.account = account;
        this.granted = granted;
    }

    /** {@code /associations/{from}/{to}/...}. */
    Reply reply(Call call, Route route) {
        ObjectType from = Objects.named(route.part(0));
        ObjectType to = Objects.named(route.part(1));
        List<String> rest = route.rest()
                .subList(Math.min(2, route.rest().size()), route.rest().size());
        String action = String.join("/", rest);
        if (call.method().equals("GET") && (action.equals("labels") || action.equals("types"))) {
            granted.toRead(from);
            return kinds(from, to);
        }
        if (!call.method().equals("POST") || !action.startsWith("batch/")) {
            throw ApiRefusal.noSuchPath();
        }
        return batch(call, route, from, to, action.substring("batch/".length()));
    }

    private Reply batch(Call call, Route route, ObjectType from, ObjectType to, String action) {
        List<JsonNode> inputs = ReadBody.inputs(ReadBody.object(call), MOST);
        if (action.equals("read")) {
            granted.toRead(from);
            return read(route, from, to, inputs);
        }
        if (!WRITES.contains(action)) {
            throw ApiRefusal.noSuchPath();
        }
        granted.toWrite(from);
        return action.endsWith("archive") ? archive(from, to, inputs) : create(route, from, to, inputs);
    }

    private static Reply kinds(ObjectType from, ObjectType to) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode kind = json.putArray("results").addObject();
        kind.put("category", "HUBSPOT_DEFINED");
        kind.put("typeId", from.linkTypeTo(to));
        kind.putNull("label");
        kind.put("id", Integer.toString(from.linkTypeTo(to)));
        kind.put("name", from.singular() + "_to_" + to.singular());
        return Reply.json(200, json);
    }

    private Reply create(Route route, ObjectType from, ObjectType to, List<JsonNode> inputs) {
        BatchReply reply = new BatchReply(account.now());
        account.write(content -> {
            for (JsonNode input : inputs) {
                try {
                    Link link = link(content, from, to, input.path("from"), input.path("to"));
                    content.link(link);
                    reply.result(made(route, link));
                } catch (ApiRefusal refused) {
                    reply.error(refused);
                }
            }
            return inputs;
        });
        return reply.reply(route.version().equals("v3") ? 201 : 200, 207, account.now());
    }

    private static ObjectNode made(Route route, Link link) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (route.version().equals("v3")) {
            json.putObject("from").put("id", Long.toString(link.fromId()));
            json.putObject("to").put("id", Long.toString(link.toId()));
            return json.put("type", link.from().singular() + "_to_" + link.to().singular());
        }
        json.put("fromObjectTypeId", link.from().typeId()).put("fromObjectId", Long.toString(link.fromId()));
        json.put("toObjectTypeId", link.to().typeId()).put("toObjectId", Long.toString(link.toId()));
        json.putArray("labels");
        return json;
    }

    private static Link link(Content content, ObjectType from, ObjectType to, JsonNode one, JsonNode other) {
        return new Link(from, end(content, from, one), to, end(content, to, other));
    }

    private static long end(Content content, ObjectType type, JsonNode end) {
        String id = end.path("id").asText();
        return Objects.living(content, type, "", id)
                .orElseThrow(() -> ApiRefusal.notFound("There is no " + type.singular() + " " + id + ".")
                        .with("ids", id))
                .id();
    }

    private Reply read(Route route, ObjectType from, ObjectType to, List<JsonNode> inputs) {
        BatchReply reply = new BatchReply(account.now());
        account.read(content -> {
            for (JsonNode input : inputs) {
                String id = input.path("id").asText();
                long fromId = Objects.find(content, from, "", id)
                        .map(record -> record.id())
                        .orElse(0L);
                List<Long> linked = content.links().to(from, fromId, to);
                if (linked.isEmpty()) {
                    reply.error(ApiRefusal.notFound(
                                    "No " + to.singular() + " is associated with " + from.singular() + " " + id + ".")
                            .with("fromObjectId", id));
                } else {
                    reply.result(linked(route, from, to, id, linked));
                }
            }
            return inputs;
        });
        return reply.reply(200, 207, account.now());
    }

    private static ObjectNode linked(Route route, ObjectType from, ObjectType to, String id, List<Long> linked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("from").put("id", id);
        ArrayNode ends = json.putArray("to");
        linked.forEach(other -> {
            if (route.version().equals("v3")) {
                ends.addObject().put("id", Long.toString(other)).put("type", from.singular() + "_to_" + to.singular());
            } else {
                ends.add(labelled(from, to, other));
            }
        });
        return json;
    }

    private static ObjectNode labelled(ObjectType from, ObjectType to, long other) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("toObjectId", Long.toString(other));
        ObjectNode kind = json.putArray("associationTypes").addObject();
        kind.put("category", "HUBSPOT_DEFINED").put("typeId", from.linkTypeTo(to));
        kind.putNull("label");
        return json;
    }

    private Reply archive(ObjectType from, ObjectType to, List<JsonNode> inputs) {
        account.write(content -> {
            for (JsonNode input : inputs) {
                long fromId = input.path("from").path("id").asLong();
                // Version 3 names one end, version 4 a list of them.
                List<JsonNode> ends = input.path("to").isArray() ? list(input.path("to")) : List.of(input.path("to"));
                ends.forEach(end ->
                        content.unlink(new Link(from, fromId, to, end.path("id").asLong())));
            }
            return inputs;
        });
        return Reply.nothing(204);
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    /** {@code /objects/{type}/{id}/associations/...}: read one record's links, make or end one. */
    Reply ofRecord(Call call, Route route, ObjectType from) {
        boolean usual = route.part(3).equals("default");
        ObjectType to = Objects.named(route.part(usual ? 4 : 3));
        String toId = route.part(usual ? 5 : 4);
        ObjectNode one = JsonNodeFactory.instance.objectNode().put("id", route.part(1));
        ObjectNode other = JsonNodeFactory.instance.objectNode().put("id", toId);
        return switch (call.method()) {
            case "GET" -> {
                granted.toRead(from);
                yield links(route, from, to);
            }
            case "PUT" -> {
                granted.toWrite(from);
                yield account.write(content -> {
                    Link link = link(content, from, to, one, other);
                    content.link(link);
                    return Reply.json(usual ? 200 : 201, made(route, link));
                });
            }
            case "DELETE" -> {
                granted.toWrite(from);
                yield account.write(content -> {
                    content.unlink(link(content, from, to, one, other));
                    return Reply.nothing(204);
                });
            }
            default -> throw ApiRefusal.notAllowed();
        };
    }

    private Reply links(Route route, ObjectType from, ObjectType to) {
        return account.read(content -> {
            long id = Objects.living(content, from, "", route.part(1))
                    .orElseThrow(ApiRefusal::noSuchPath)
                    .id();
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ArrayNode results = json.putArray("results");
            content.links().to(from, id, to).forEach(other -> results.add(labelled(from, to, other)));
            return Reply.json(200, json);
        });
    }
}
