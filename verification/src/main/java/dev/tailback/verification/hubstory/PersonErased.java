package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.story.Narrator;
import java.util.ArrayList;
import java.util.List;

/** (i) A person asks to be forgotten. */
final class PersonErased implements HubChapter {
    private static final int CUSTOMER = 7;

    @Override
    public String title() {
        return "(i) A person asks to be forgotten, and an admin erases them from the hub.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        String email = world.held(world.sales(), Part.PERSON, CUSTOMER, "email");
        String golden = world.golden(world.sales(), Part.PERSON, CUSTOMER)
                .path("golden")
                .path("id")
                .asText();

        JsonNode erased = world.admin()
                .act(
                        "POST",
                        "/api/hub/records/" + golden + "/erase",
                        Http.JSON.createObjectNode().put("note", "Asked for by letter."));

        narrator.expect(
                "records that the CRMs may still hold", 3, erased.path("inCrms").size());
        narrator.expect(
                "golden records that are found by the address",
                List.of(),
                world.operator().find(Part.PERSON, email));
        narrator.expect("values that the hub still has of the person", List.of(), values(world, golden));
        world.awaitQuiet();
        narrator.expect(
                "what Salesforce holds, which its own people delete",
                email,
                world.held(world.sales(), Part.PERSON, CUSTOMER, "email"));
    }

    private static List<String> values(World world, String golden) {
        List<String> values = new ArrayList<>();
        JsonNode record = world.operator().record(golden);
        record.path("golden")
                .path("values")
                .forEach(value -> values.add(value.path("value").asText()));
        record.path("sources")
                .forEach(source -> source.path("fields")
                        .forEach(field -> values.add(field.path("value").asText())));
        values.removeIf(String::isEmpty);
        return values;
    }
}
