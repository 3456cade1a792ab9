package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import dev.tailback.verification.story.StoryFailed;
import java.util.Map;
import java.util.TreeMap;

/** (f) Another rule decides, and is taken back. */
final class RuleChanged implements HubChapter {
    private static final String SHOP_FIRST = """
            form: 1
            name: The shop knows where customers are
            sources: [shop, sales, marketing]
            entities:
              company:
                attributes:
                  city: source priority
                  name: source priority
            """;

    @Override
    public String title() {
        return "(f) An admin lets the shop win names and cities, looks what that would change, and takes it back.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        Map<String, String> before = companies(world);
        JsonNode preview = world.admin().act("POST", "/api/hub/rules/preview", order("What would that change?"));
        long told = preview.path("changedRecords").asLong();
        if (told == 0) {
            throw new StoryFailed("The preview says that nothing would change: the shop has spellings of its own");
        }
        narrator.says("The preview says: of %d golden records, %d would change."
                .formatted(preview.path("compared").asLong(), told));

        world.admin().act("PUT", "/api/hub/rules", order("A trial."));
        Expect.that(
                "as many companies changed in Salesforce as the preview said", () -> changed(world, before) == told);
        world.awaitQuiet();
        narrator.expect("companies that changed", told, changed(world, before));

        world.admin().act("POST", "/api/hub/rules/put-back", note("It was a trial."));
        Expect.that("everything that the rule changed is back", () -> changed(world, before) == 0);
        world.awaitQuiet();
        narrator.expect("companies that are otherwise than before", 0L, changed(world, before));
    }

    private static ObjectNode order(String why) {
        return note(why).put("yaml", SHOP_FIRST);
    }

    private static ObjectNode note(String why) {
        return Http.JSON.createObjectNode().put("note", why);
    }

    /** Name and city of each company, as Salesforce shows them. */
    private static Map<String, String> companies(World world) {
        Map<String, String> companies = new TreeMap<>();
        world.sales()
                .all(Part.COMPANY)
                .forEach(held -> companies.put(held.id(), held.value("name") + ", " + held.value("city")));
        return companies;
    }

    private static long changed(World world, Map<String, String> before) {
        return companies(world).entrySet().stream()
                .filter(company -> !company.getValue().equals(before.get(company.getKey())))
                .count();
    }
}
