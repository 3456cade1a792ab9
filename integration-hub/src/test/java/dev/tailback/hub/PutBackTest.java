package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.golden.ConsiderGolden;
import dev.tailback.hub.golden.DecisionRow;
import dev.tailback.hub.golden.Decisions;
import dev.tailback.hub.golden.Question;
import dev.tailback.hub.golden.Questions;
import dev.tailback.hub.golden.SwitchReach;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.rulebook.KeepRules;
import dev.tailback.hub.rulebook.PreviewRules;
import dev.tailback.hub.rulebook.SwitchRules;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.stewards.LockValue;
import dev.tailback.hub.stewards.Said;
import dev.tailback.hub.survivorship.RulesInForce;
import dev.tailback.hub.survivorship.RulesPreview;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.InForce;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.VersionLine;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rules are previewed, switched on and put back, over records of two CRMs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PutBackTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "city", "City", "domain", "Website");
    private static final Author ADMIN = new Author("ada", "tried");
    private static final Said STEWARD = new Said("sam", "");
    private static final String SALES_WINS = "city: {rule: source priority, sources: [sales]}";

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private SimulatedHub hub;

    @BeforeAll
    void start() {
        hub = SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS);
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @BeforeEach
    void forget() throws DeclarationInvalid {
        hub.forget();
        sales.clear();
        marketing.clear();
        switchOn("city: latest change");
    }

    @Test
    void preview_says_7_7_change_put_back_and_7_return() throws DeclarationInvalid {
        tenCompaniesOfWhichSevenDiffer();
        hub.settle();
        Map<Integer, String> before = cities();
        long first = inForce();

        long second = keep(SALES_WINS);
        RulesPreview preview = preview(second);
        switchOn(second);
        hub.settle();

        assertEquals(7, preview.changes());
        assertEquals(7, preview.changedRecords());
        assertEquals(10, preview.compared());
        assertEquals(7, different(before, cities()));
        assertEquals("Sales 1", sales.values("S1").get("City"));
        assertEquals("Sales 1", marketing.values("M1").get("City"));

        assertEquals(
                7,
                hub.bean(PreviewRules.class)
                        .puttingBack(first, 10)
                        .orElseThrow()
                        .changes());
        assertTrue(hub.bean(SwitchRules.class).putBack(first, second, ADMIN).isDone());
        hub.settle();

        assertEquals(before, cities());
        assertEquals("Marketing 1", sales.values("S1").get("City"));
        VersionLine now =
                hub.bean(Versions.class).list(Subject.RULES, Long.MAX_VALUE, 1).get(0);
        assertEquals(first, now.putsBack());
        assertTrue(now.isInForce());
    }

    @Test
    void what_people_typed_meanwhile_stays() throws DeclarationInvalid {
        company(1, "Sales 1", "Marketing 1");
        hub.settle();
        long first = inForce();
        switchOn(SALES_WINS);
        hub.settle();

        sales.edit("S1", Map.of("City", "Kiel"));
        hub.settle();
        putBack(first);

        assertEquals("Kiel", marketing.values("M1").get("City"));
    }

    @Test
    void a_first_value_that_is_never_overwritten_returns_though_no_record_says_it_any_more() throws DeclarationInvalid {
        switchOn("city: never overwrite");
        company(1, "Ulm", "Ulm");
        hub.settle();
        sales.edit("S1", Map.of("City", "Kiel"));
        hub.settle();
        assertEquals("Ulm", sales.values("S1").get("City"));
        long first = inForce();

        switchOn("city: latest change");
        hub.settle();
        assertEquals("Kiel", marketing.values("M1").get("City"));
        putBack(first);

        assertEquals("Ulm", sales.values("S1").get("City"));
        assertEquals("Ulm", marketing.values("M1").get("City"));
    }

    @Test
    void a_question_that_was_open_is_open_again_and_each_crm_gets_back_its_own_value() throws DeclarationInvalid {
        switchOn("city: ask a steward");
        company(1, "Ulm", "Bonn");
        hub.settle();
        assertEquals(List.of("city"), asked());
        long first = inForce();

        switchOn("city: latest change");
        hub.settle();
        assertEquals(List.of(), asked());
        assertEquals("Bonn", sales.values("S1").get("City"));
        putBack(first);

        assertEquals(List.of("city"), asked());
        assertEquals("Ulm", sales.values("S1").get("City"));
        assertEquals("Bonn", marketing.values("M1").get("City"));
    }

    @Test
    void a_steward_answers_by_a_locked_value_and_takes_it_back() throws DeclarationInvalid {
        switchOn("city: ask a steward");
        company(1, "Ulm", "Bonn");
        hub.settle();
        Question question = hub.bean(Questions.class).open(10, 0).get(0);
        UUID golden = question.golden().id();
        assertEquals(2, question.asked().candidates().size());

        lock(golden, " Köln ");
        hub.settle();
        assertEquals(List.of(), asked());
        assertEquals("Köln", sales.values("S1").get("City"));
        assertEquals("Köln", marketing.values("M1").get("City"));

        hub.bean(LockValue.class).lift(golden, "city", STEWARD);
        hub.settle();

        assertEquals(List.of("city"), asked());
        assertEquals("Ulm", sales.values("S1").get("City"));
        assertEquals("Bonn", marketing.values("M1").get("City"));
    }

    @Test
    void a_locked_value_is_not_in_a_preview_and_no_rule_changes_it() throws DeclarationInvalid {
        company(1, "Sales 1", "Marketing 1");
        company(2, "Sales 2", "Marketing 2");
        hub.settle();
        lock(golden(1), "Köln");
        hub.settle();

        long second = keep(SALES_WINS);
        assertEquals(1, preview(second).changes());
        switchOn(second);
        hub.settle();

        assertEquals("Köln", sales.values("S1").get("City"));
        assertEquals("Sales 2", marketing.values("M2").get("City"));
    }

    @Test
    void a_preview_writes_nothing_and_says_the_same_again() throws DeclarationInvalid {
        tenCompaniesOfWhichSevenDiffer();
        hub.settle();
        long second = keep(SALES_WINS);
        String everything = "select (select count(*) from decision) + (select count(*) from intent)"
                + " + (select count(*) from golden where due_at is not null)";
        long before = hub.number(everything);

        assertEquals(preview(second), preview(second));

        assertEquals(before, hub.number(everything));
    }

    @Test
    void another_hub_decides_by_the_new_version_from_its_next_decision_on() throws DeclarationInvalid {
        company(1, "Sales 1", "Marketing 1");
        hub.settle();
        try (SimulatedHub other = hub.beside()) {
            assertEquals(inForce(), other.bean(RulesInForce.class).now().rules().version());

            long second = switchOn(SALES_WINS);
            assertEquals(second, other.bean(RulesInForce.class).now().rules().version());
            while (other.bean(SwitchReach.class).next()
                    | other.bean(ConsiderGolden.class).next()) {}

            DecisionRow decided =
                    hub.bean(Decisions.class).history(golden(1), "city", 1).get(0);
            assertEquals(second, decided.rulesVersion());
            assertEquals("Sales 1", decided.value());
        }
    }

    @Test
    void a_hub_that_dies_between_the_switch_and_the_last_step_is_followed_by_another_one() throws DeclarationInvalid {
        hub.settle();
        hub.execute("insert into golden (id, entity, created_at)"
                + " select gen_random_uuid(), 'company', now() from generate_series(1, 1200)");
        SimulatedHub dies = hub.beside();
        long second = keep(SALES_WINS);
        assertTrue(dies.bean(SwitchRules.class).on(second, inForce(), ADMIN).isDone());
        assertTrue(dies.bean(SwitchReach.class).next());
        dies.close();
        assertEquals(500, hub.number("select count(*) from golden where due_at is not null"));

        while (hub.bean(SwitchReach.class).next()) {}

        assertEquals(1200, hub.number("select count(*) from golden where due_at is not null"));
        assertEquals(1200, hub.number("select reached from switch_reach order by switch_id desc limit 1"));
    }

    @Test
    void a_switch_that_nobody_previewed_is_refused() throws DeclarationInvalid {
        long seen = inForce();
        long mine = keep(SALES_WINS);
        long others = switchOn("city: longest");

        String reason = hub.bean(SwitchRules.class)
                .on(mine, seen, ADMIN)
                .fold(done -> "", () -> "", refused -> refused.reason());

        assertTrue(reason.contains("look at the preview again"), reason);
        assertEquals(others, inForce());
        assertFalse(hub.bean(SwitchRules.class).on(9999, others, ADMIN).isDone());
    }

    private void tenCompaniesOfWhichSevenDiffer() {
        IntStream.rangeClosed(1, 7).forEach(i -> company(i, "Sales " + i, "Marketing " + i));
        IntStream.rangeClosed(8, 10).forEach(i -> company(i, "Both " + i, "Both " + i));
    }

    /** Marketing typed last. */
    private void company(int number, String inSales, String inMarketing) {
        sales.edit("S" + number, values(number, inSales));
        marketing.edit("M" + number, values(number, inMarketing));
    }

    private static Map<String, String> values(int number, String city) {
        return Map.of(
                "Name",
                        List.of(
                                                "Alder", "Birke", "Cedar", "Distel", "Esche", "Fichte", "Ginster",
                                                "Hasel", "Ilex", "Jasmin")
                                        .get(number - 1)
                                + " GmbH",
                "City", city,
                "Website", "firma" + number + ".de");
    }

    private Map<Integer, String> cities() {
        Map<Integer, String> cities = new TreeMap<>();
        IntStream.rangeClosed(1, 10)
                .forEach(i -> cities.put(
                        i, hub.bean(Decisions.class).agreed(golden(i)).get("city")));
        return cities;
    }

    private static long different(Map<Integer, String> before, Map<Integer, String> after) {
        return before.keySet().stream()
                .filter(number -> !before.get(number).equals(after.get(number)))
                .count();
    }

    private UUID golden(int number) {
        return hub.bean(Records.class)
                .find("sales", "company", "S" + number)
                .orElseThrow()
                .golden()
                .orElseThrow();
    }

    private List<String> asked() {
        return hub.bean(Questions.class).open(10, 0).stream()
                .map(question -> question.asked().attribute())
                .toList();
    }

    private void lock(UUID golden, String value) {
        assertTrue(hub.bean(LockValue.class)
                .lock(golden, "city", value, STEWARD)
                .fold(kept -> true, () -> false, refused -> false));
    }

    private RulesPreview preview(long number) throws DeclarationInvalid {
        return hub.bean(PreviewRules.class).switchingOn(number, 100).orElseThrow();
    }

    private long inForce() {
        return hub.bean(Versions.class)
                .inForce(Subject.RULES)
                .map(InForce::number)
                .orElseThrow();
    }

    private long keep(String line) throws DeclarationInvalid {
        return hub.bean(KeepRules.class)
                .keep(
                        "form: 1\nname: Tried\nsources: [marketing, sales]\nentities:\n  company:\n    attributes:\n      "
                                + line + "\n",
                        ADMIN);
    }

    private long switchOn(String line) throws DeclarationInvalid {
        return switchOn(keep(line));
    }

    private long switchOn(long number) {
        assertTrue(hub.bean(SwitchRules.class).on(number, inForce(), ADMIN).isDone());
        return number;
    }

    private void putBack(long number) {
        assertTrue(hub.bean(SwitchRules.class).putBack(number, inForce(), ADMIN).isDone());
        hub.settle();
    }
}
