package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.call.SchemaStamp;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.text.ForeignText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a connection and their properties, in the words of the contract. */
final class HubSpotObjects {

    private static final int MOST_PROPERTIES = 5_000;
    private static final int MOST_OPTIONS = 5_000;
    private static final int LONGEST = 300;
    private static final int LONGEST_TEXT = 65_536;

    private static final Map<String, String> TYPES = Map.of(
            "bool", "boolean",
            "date", "date",
            "datetime", "datetime",
            "enumeration", "picklist",
            "number", "double",
            "phone_number", "phone");

    private final HubSpotCalls calls;
    private final List<String> names;

    HubSpotObjects(HubSpotCalls calls, List<String> names) {
        this.calls = calls;
        this.names = names;
    }

    Answer<Described> described() {
        Answer<List<OrgObject>> all = new Answer.Given<>(List.of());
        for (String name : names) {
            all = all.flatMap(known -> object(name).map(more -> joined(known, more)));
        }
        return all.map(OrgSchema::new).map(schema -> new Described(schema, SchemaStamp.of(schema)));
    }

    private static List<OrgObject> joined(List<OrgObject> some, OrgObject more) {
        List<OrgObject> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    Answer<Identity> identity() {
        return calls.get("/account-info/2026-09/details").flatMap(answer -> {
            String portal = answer.json().path("portalId").asText("");
            if (portal.isEmpty()) {
                return new Answer.Unavailable<>("UNUSABLE_ANSWER", answer.unusable(HubSpotCalls.CRM), Optional.empty());
            }
            return missing()
                    .map(missing -> new Identity(
                            "HubSpot account " + ForeignText.line(portal, LONGEST),
                            "the owner of our key or app",
                            missing));
        });
    }

    /** A right that is missing shows when it is used; reading needs two for each object. */
    private Answer<List<String>> missing() {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            Optional<Answer<List<String>>> broken = missing(name, missing);
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return new Answer.Given<>(missing);
    }

    private Optional<Answer<List<String>>> missing(String name, List<String> missing) {
        for (String path : List.of("/crm/properties/2026-09/" + name, "/crm/objects/2026-09/" + name + "?limit=1")) {
            Optional<Answer<List<String>>> broken = calls.get(path)
                    .fold(
                            given -> Optional.empty(),
                            refused -> {
                                missing.add(name + ": " + refused.reason());
                                return Optional.empty();
                            },
                            away -> Optional.of(
                                    new Answer.Unavailable<>(away.code(), away.reason(), away.retryAfter())));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private Answer<OrgObject> object(String name) {
        return calls.get("/crm/properties/2026-09/" + name).flatMap(answer -> {
            JsonNode list = answer.json().path("results");
            if (!list.isArray() || list.size() > MOST_PROPERTIES || !areProperties(list)) {
                return new Answer.Unavailable<>("UNUSABLE_ANSWER", answer.unusable(HubSpotCalls.CRM), Optional.empty());
            }
            List<OrgField> fields = new ArrayList<>();
            list.forEach(property -> fields.add(field(property)));
            fields.sort(Comparator.comparing(OrgField::name));
            return new Answer.Given<>(new OrgObject(name, name, true, true, true, fields, List.of()));
        });
    }

    private static boolean areProperties(JsonNode list) {
        for (JsonNode property : list) {
            if (!ReadHubSpotRecords.PROPERTY
                    .matcher(property.path("name").asText(""))
                    .matches()) {
                return false;
            }
        }
        return true;
    }

    private static OrgField field(JsonNode json) {
        String type = json.path("type").asText("");
        String name = json.path("name").asText();
        boolean calculated = json.path("calculated").asBoolean(false);
        boolean readOnly = calculated
                || json.path("modificationMetadata").path("readOnlyValue").asBoolean(false);
        boolean isUnique = json.path("hasUniqueValue").asBoolean(false) || name.equals("hs_object_id");
        return new OrgField(
                name,
                ForeignText.line(json.path("label").asText(name), LONGEST),
                type(type, json.path("fieldType").asText(""), name),
                type.equals("string") ? LONGEST_TEXT : 0,
                0,
                0,
                true,
                false,
                !readOnly,
                !readOnly,
                true,
                isUnique,
                isUnique,
                calculated,
                type.equals("enumeration"),
                List.of(),
                Optional.empty(),
                options(json.path("options")));
    }

    private static String type(String type, String fieldType, String name) {
        if (type.equals("enumeration")) {
            return fieldType.equals("checkbox") ? "multipicklist" : "picklist";
        }
        if (type.equals("string")) {
            return name.equals("email") ? "email" : fieldType.equals("textarea") ? "textarea" : "string";
        }
        return TYPES.getOrDefault(type, "string");
    }

    private static List<String> options(JsonNode list) {
        List<String> values = new ArrayList<>();
        for (JsonNode option : list) {
            if (values.size() < MOST_OPTIONS && !option.path("hidden").asBoolean(false)) {
                values.add(ForeignText.line(option.path("value").asText(""), LONGEST));
            }
        }
        return values;
    }
}
