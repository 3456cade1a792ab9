package dev.tailback.localcrms.hubspot.control;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Changes properties as a person with every right does, those that HubSpot defined as well. */
final class SchemaControl {
    private final Account account;

    SchemaControl(Account account) {
        this.account = account;
    }

    /** {@code POST /local-crms/schema/{object}} adds, {@code /local-crms/schema/{object}/{name}/{deed}} changes. */
    Reply reply(Call call) {
        if (!call.method().equals("POST") || call.segments().size() < 3) {
            return Reply.refused(
                    404,
                    "The calls are POST /local-crms/schema/{object} and"
                            + " POST /local-crms/schema/{object}/{name}/rename, change, require or remove.");
        }
        ObjectType type = type(call.segment(2));
        JsonNode body = Control.body(call);
        return account.write(content -> {
            ChangeSchema change = new ChangeSchema(content, type, account.now());
            Property after = call.segments().size() == 3
                    ? change.add(body)
                    : changed(change, known(content, type, call.segment(3)), call.segment(4), body);
            return Reply.json(200, PropertyJson.kept(after));
        });
    }

    static ObjectType type(String word) {
        return ObjectType.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no object " + word + "; there are contacts, companies and deals."));
    }

    private static Property known(Content content, ObjectType type, String name) {
        return content.schema()
                .property(type, name)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no property " + name + " of " + type.plural() + "."));
    }

    private static Property changed(ChangeSchema change, Property before, String deed, JsonNode body) {
        return switch (deed) {
            case "rename" -> change.rename(before, body.path("to").asText());
            case "change" -> change.change(before, body);
            case "require" -> change.change(before, rules(before, body));
            case "remove" -> {
                change.remove(before);
                yield before;
            }
            default ->
                throw new IllegalArgumentException(
                        "A property can be renamed, changed, required or removed (rename, change, require, remove), not "
                                + deed + ".");
        };
    }

    /** The rules that are given replace those that are there; the others stay. */
    private static ObjectNode rules(Property before, JsonNode body) {
        ObjectNode rules = (ObjectNode) PropertyJson.kept(before).path("localRules");
        rules.put("required", true);
        body.properties().forEach(entry -> rules.set(entry.getKey(), entry.getValue()));
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.set("localRules", rules);
        return change;
    }
}
