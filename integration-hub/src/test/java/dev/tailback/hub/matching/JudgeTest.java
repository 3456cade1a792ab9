package dev.tailback.hub.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What decides about a pair, before anything was learned. */
class JudgeTest {

    private static final Entity COMPANY = Entities.shipped().entity("company").orElseThrow();
    private static final Entity PERSON = Entities.shipped().entity("person").orElseThrow();

    private static MatchRecord record(String crm, Map<String, String> values) {
        return new MatchRecord(new Source(crm, "1"), values);
    }

    private static Verdict judge(Entity entity, Map<String, String> one, Map<String, String> other) {
        return judge(entity, one, other, StewardDecisions.none());
    }

    private static Verdict judge(
            Entity entity, Map<String, String> one, Map<String, String> other, StewardDecisions stewards) {
        return new Judge(Model.usual(entity), Thresholds.forPrecision(0.99), stewards)
                .judge(record("a", one), record("b", other));
    }

    @Test
    void an_equal_tax_number_is_certain() {
        Verdict verdict = judge(
                COMPANY,
                Map.of("name", "Acme GmbH", "taxNumber", "DE1"),
                Map.of("name", "Acme Vertrieb", "taxNumber", "DE1"));

        assertTrue(verdict.isSame());
        assertEquals("Tax number is the same, which is certain.", verdict.ground());
    }

    @Test
    void an_equal_tax_number_with_another_name_is_for_a_steward() {
        Verdict verdict = judge(
                COMPANY,
                Map.of("name", "Acme GmbH", "taxNumber", "DE1"),
                Map.of("name", "Zenit AG", "taxNumber", "DE1"));

        assertTrue(isCandidate(verdict));
    }

    @Test
    void one_website_with_like_names_is_certain_and_with_other_names_is_not() {
        assertTrue(judge(
                        COMPANY,
                        Map.of("name", "Acme GmbH", "domain", "acme.de"),
                        Map.of("name", "ACME", "domain", "acme.de"))
                .isSame());
        assertTrue(!judge(
                        COMPANY,
                        Map.of("name", "Acme Energy GmbH", "domain", "acme.de"),
                        Map.of("name", "Acme Mobility GmbH", "domain", "acme.de"))
                .isSame());
    }

    @Test
    void companies_of_one_name_with_other_legal_forms_are_not_merged() {
        Verdict verdict = judge(
                COMPANY,
                Map.of("name", "Acme GmbH", "domain", "acme.com", "country", "DE"),
                Map.of("name", "Acme Ltd", "domain", "acme.com", "country", "GB"));

        assertTrue(!verdict.isSame());
    }

    @Test
    void namesakes_are_not_one() {
        Verdict verdict = judge(
                PERSON,
                Map.of("firstName", "Anna", "lastName", "Weber", "birthDate", "1984-03-02", "city", "Ulm"),
                Map.of("firstName", "Anna", "lastName", "Weber", "birthDate", "1990-11-17", "city", "Bonn"));

        assertTrue(verdict.isDifferent(), verdict.toString());
    }

    @Test
    void a_family_at_one_address_is_not_merged() {
        Map<String, String> home = Map.of(
                "lastName",
                "Weber",
                "street",
                "Hirschstr. 5",
                "postalCode",
                "89073",
                "city",
                "Ulm",
                "phone",
                "+497311");

        assertTrue(!judge(PERSON, with(home, "firstName", "Anna"), with(home, "firstName", "Karl"))
                .isSame());
    }

    @Test
    void first_and_last_name_may_have_changed_places() {
        Verdict verdict = judge(
                PERSON,
                Map.of("firstName", "Kim", "lastName", "Larsen", "email", "kim@example.dk"),
                Map.of("firstName", "Larsen", "lastName", "Kim", "email", "kim@example.dk"));

        assertTrue(verdict.isSame(), verdict.toString());
    }

    @Test
    void what_is_missing_says_nothing() {
        Score score = judge(COMPANY, Map.of("name", "Acme GmbH", "city", "Ulm"), Map.of("name", "Acme GmbH"))
                .score();

        assertEquals(Agreement.UNKNOWN, score.of("city"));
        assertEquals(List.of("Name: the same (+9.5)"), score.words());
    }

    @Test
    void what_a_steward_said_stands_above_everything() {
        Pair pair = Pair.of(new Source("a", "1"), new Source("b", "1"));
        Map<String, String> acme = Map.of("name", "Acme GmbH", "taxNumber", "DE1");
        Map<String, String> zenit = Map.of("name", "Zenit AG", "taxNumber", "DE2");

        assertTrue(judge(COMPANY, acme, acme, new StewardDecisions(Set.of(), Set.of(pair)))
                .isDifferent());
        assertTrue(judge(COMPANY, acme, zenit, new StewardDecisions(Set.of(pair), Set.of()))
                .isSame());
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(values);
        more.put(name, value);
        return more;
    }

    private static boolean isCandidate(Verdict verdict) {
        return verdict.fold(same -> false, candidate -> true, different -> false);
    }
}
