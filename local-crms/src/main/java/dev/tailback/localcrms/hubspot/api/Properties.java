package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.records.ChangeSchema;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.Property;
import dev.tailback.localcrms.hubspot.schema.PropertyJson;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The properties of an object: read, created, changed and archived. */
final class Properties {
    private static final Set<String> OF_THE_CREATOR = Set.of(
            "name",
            "label",
            "type",
            "fieldType",
            "groupName",
            "description",
            "options",
            "hasUniqueValue",
            "displayOrder",
            "hidden",
            "formField",
            "calculationFormula",
            "externalOptions",
            "referencedObjectType",
            "dataSensitivity");

    private final Account account;
    private final Granted granted;

    Properties(Account account, Granted granted) {
        this.account = account;
        this.granted = granted;
    }

    Reply reply(Call call, Route route) {
        ObjectType type = Objects.named(route.part(0));
        boolean reading = call.method().equals("GET") || route.action().equals("batch/read");
        if (reading) {
            granted.toReadSchema(type);
        } else {
            granted.toWriteSchema(type);
        }
        return route.part(1).equals("batch") ? batch(call, route, type) : one(call, route, type);
    }

    private Reply one(Call call, Route route, ObjectType type) {
        String name = route.part(1);
        return switch (call.method() + (name.isEmpty() ? "" : " one")) {
            case "GET" ->
                list(type, call.param("archived").filter("true"::equals).isPresent());
            case "POST" -> Reply.json(201, create(type, ReadBody.object(call)));
            case "GET one" -> read(call, type, name);
            case "PATCH one" -> change(type, name, ReadBody.object(call));
            case "DELETE one" -> {
                archive(type, name);
                yield Reply.nothing(204);
            }
            default -> throw ApiRefusal.notAllowed();
        };
    }

    private Reply batch(Call call, Route route, ObjectType type) {
        ObjectNode body = ReadBody.object(call);
        List<JsonNode> inputs = ReadBody.inputs(body, Batches.MOST);
        BatchReply reply = new BatchReply(account.now());
        return switch (call.method() + " " + route.part(2)) {
            case "POST read" -> {
                account.read(content -> {
                    inputs.forEach(input -> reply.result(PropertyJson.shown(known(
                            content,
                            type,
                            input.path("name").asText(),
                            body.path("archived").asBoolean()))));
                    return inputs;
                });
                yield reply.reply(200, 207, account.now());
            }
            case "POST create" -> {
                inputs.forEach(input -> reply.result(create(type, input)));
                yield reply.reply(201, 207, account.now());
            }
            case "POST archive" -> {
                inputs.forEach(input -> archive(type, input.path("name").asText()));
                yield Reply.nothing(204);
            }
            default -> throw ApiRefusal.noSuchPath();
        };
    }

    private Reply list(ObjectType type, boolean archived) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode results = json.putArray("results");
        account.read(content -> {
            content.schema().properties(type, archived).forEach(one -> results.add(PropertyJson.shown(one)));
            return results;
        });
        return Reply.json(200, json);
    }

    private Reply read(Call call, ObjectType type, String name) {
        boolean archived = call.param("archived").filter("true"::equals).isPresent();
        return account.read(content -> Reply.json(200, PropertyJson.shown(known(content, type, name, archived))));
    }

    private static Property known(Content content, ObjectType type, String name, boolean archived) {
        return content.schema()
                .any(type, name)
                .filter(property -> property.marks().archived() == archived)
                .orElseThrow(() -> ApiRefusal.notFound("Property \"" + name + "\" does not exist")
                        .with("propertyName", name));
    }

    private ObjectNode create(ObjectType type, JsonNode given) {
        if (given.path("groupName").asText().isEmpty()) {
            throw ApiRefusal.invalid("Invalid input JSON: groupName is needed.");
        }
        ObjectNode own = ((ObjectNode) given).deepCopy().retain(OF_THE_CREATOR);
        return account.write(content -> {
            String name = own.path("name").asText();
            if (content.schema().property(type, name).isPresent()) {
                throw new ApiRefusal(409, "CONFLICT", "A property named '" + name + "' already exists.");
            }
            return PropertyJson.shown(judged(() -> new ChangeSchema(content, type, account.now()).add(own)));
        });
    }

    private Reply change(ObjectType type, String name, ObjectNode given) {
        ObjectNode own = given.deepCopy().retain(OF_THE_CREATOR);
        own.remove(List.of("name", "hasUniqueValue"));
        return account.write(content -> {
            Property before = changeable(content, type, name);
            return Reply.json(
                    200,
                    PropertyJson.shown(
                            judged(() -> new ChangeSchema(content, type, account.now()).change(before, own))));
        });
    }

    private void archive(ObjectType type, String name) {
        account.write(content -> {
            new ChangeSchema(content, type, account.now()).remove(changeable(content, type, name));
            return content;
        });
    }

    private static Property changeable(Content content, ObjectType type, String name) {
        Property property = known(content, type, name, false);
        if (property.marks().hubspotDefined()) {
            throw ApiRefusal.invalid("The definition of " + name + " is HubSpot's own and cannot be changed.");
        }
        return property;
    }

    private static Property judged(Supplier<Property> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException refused) {
            throw ApiRefusal.invalid(String.valueOf(refused.getMessage()));
        }
    }
}
