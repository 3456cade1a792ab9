package dev.tailback.hub.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Written;
import dev.tailback.hub.audit.Asked;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.golden.Decisions;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.stewards.Candidates;
import dev.tailback.hub.stewards.JudgeCandidate;
import dev.tailback.hub.stewards.Said;
import dev.tailback.hub.stewards.UndoMerge;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People ask to be erased. Their values are marked, so that a value that stayed somewhere is found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {

    private static final Map<String, String> PERSON = Map.of(
            "firstName",
            "First",
            "lastName",
            "Last",
            "email",
            "Mail",
            "phone",
            "Phone",
            "jobTitle",
            "Title",
            "birthDate",
            "Born");
    private static final Map<String, String> COMPANY = Map.of("name", "Name");
    private static final List<String> MARKS =
            List.of("zarathustra", "quixotina", "xmark", "15771234567", "76543217751", "grandwizard");
    private static final Said OFFICER = new Said("olga", "Asked for by letter of 3 May.");
    private static final Said STEWARD = new Said("sam", "Zarathustra told me on the phone.");
    private static final UUID NOBODY = new UUID(7, 7);

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private Supplier<Answer<List<Written>>> instead = () -> null;
    private Runnable during = () -> {};
    private SimulatedHub hub;

    @BeforeAll
    void start() {
        List<MappedObject> objects =
                List.of(new MappedObject("person", "Contact", PERSON), new MappedObject("company", "Company", COMPANY));
        Connector interrupted = Interrupted.at(marketing, (object, writes, crm) -> {
            during.run();
            Answer<List<Written>> other = instead.get();
            return other == null ? crm.write(object, writes) : other;
        });
        hub = SimulatedHub.start(List.of(
                new Connection("sales", sales, objects.subList(0, 1)),
                new Connection("marketing", interrupted, objects.subList(0, 1))));
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @BeforeEach
    void forget() {
        hub.forget();
        sales.clear();
        marketing.clear();
        during = () -> {};
        instead = () -> null;
    }

    @Test
    void every_value_of_an_erased_person_is_gone_from_every_table() {
        UUID person = knownInTwoCrms();
        sales.edit("S1", Map.of("Title", "Grandwizard", "Phone", "nonsense xmark"));
        refuseFor("Duplicate of zarathustra@xmark-mail.de");
        hub.settle();
        assertTrue(holdsMarks(), "the story has left no value, so it proves nothing");

        Erased.Done done = erase(person);

        assertEquals(List.of(), marked());
        assertEquals(2, done.inCrms().size());
        assertEquals("2", done.erasure().rowsByKind().get("records"));
        assertEquals(0, hub.bean(Intents.class).open());
    }

    @Test
    void the_proof_says_who_and_why_and_how_much_and_a_repeat_changes_nothing() {
        UUID person = knownInTwoCrms();

        Erased.Done first = erase(person);
        Erased.Done second = done(hub.bean(ErasePerson.class).erase(person, new Said("otto", "Again.")));

        assertEquals("olga", second.erasure().who());
        assertEquals(OFFICER.note(), second.erasure().note());
        assertEquals(first.erasure(), second.erasure());
        assertEquals(
                1,
                hub.bean(Audit.class)
                        .read(
                                new Asked(Optional.empty(), Optional.of(Deed.ERASED), Optional.of(person)),
                                Long.MAX_VALUE,
                                10)
                        .size());
        assertEquals(
                first.erasure(),
                hub.bean(Erasures.class).read(Optional.empty(), 10).get(0));
    }

    @Test
    void nothing_is_kept_of_an_erased_person_whom_a_crm_still_holds() {
        UUID person = knownInTwoCrms();
        erase(person);
        long written = sales.writes() + marketing.writes();

        sales.edit("S1", Map.of("Title", "Grandwizard"));
        marketing.edit("M1", Map.of("Last", "Quixotina-Xmark"));
        hub.settle();

        assertEquals(List.of(), marked());
        assertEquals(person, found("sales", "S1").golden().orElseThrow());
        assertEquals(written, sales.writes() + marketing.writes());
        assertEquals(List.of("1"), hub.column("select count(*) from golden"));
    }

    @Test
    void postgresql_itself_keeps_nothing_of_an_erased_record_whoever_sends_it() {
        erase(knownInTwoCrms());

        hub.execute(
                "insert into observation "
                        + "(source_id, kind, origin, field_values, value_times, changed_at, asked_at) "
                        + "select id, 'CHANGED', 'READ', '{\"Last\": \"Zarathustra\"}', '{}', now(), now() "
                        + "from source_record",
                "insert into held_value (source_id, field, value, pending) "
                        + "select id, 'Last', 'Zarathustra', '[]' from source_record",
                "insert into match_key (source_id, key) select id, '@zarathustra' from source_record",
                "insert into record_words (source_id, words) select id, 'zarathustra' from source_record");

        assertEquals(List.of(), marked());
    }

    @Test
    void a_write_that_is_on_its_way_leaves_nothing_either() {
        UUID person = knownInTwoCrms();
        sales.edit("S1", Map.of("Title", "Grandwizard"));
        during = () -> erase(person);

        hub.settle();

        assertEquals("Grandwizard", marketing.values("M1").get("Title"));
        assertEquals(List.of(), marked());
    }

    @Test
    void the_reason_of_a_refusal_that_comes_after_the_erasure_is_not_kept() {
        UUID person = knownInTwoCrms();
        sales.edit("S1", Map.of("Title", "Grandwizard"));
        during = () -> erase(person);
        refuseFor("Grandwizard is no title");

        hub.settle();

        assertEquals(List.of(), marked());
    }

    @Test
    void another_person_keeps_their_own_values_and_loses_those_of_the_erased_one() {
        askedAbout("+4942199887766");
        long question = hub.bean(Candidates.class).open(10).get(0).id();
        UUID mine = found("sales", "S1").golden().orElseThrow();
        UUID other = found("marketing", "M1").golden().orElseThrow();
        assertNotEquals(mine, other);
        assertTrue(hub.bean(JudgeCandidate.class).same(question, STEWARD));
        hub.settle();
        long merge = hub.bean(UndoMerge.class).merges(1).get(0).id();
        assertTrue(hub.bean(UndoMerge.class).undo(merge, STEWARD));
        hub.settle();

        UUID erased = found("marketing", "M1").golden().orElseThrow();
        UUID kept = found("sales", "S1").golden().orElseThrow();
        erase(erased);
        hub.settle();

        assertEquals(List.of(), marked());
        assertEquals("Brandt", hub.bean(Decisions.class).agreed(kept).get("lastName"));
        assertEquals(
                "carl@brandt-one.de", hub.bean(Decisions.class).agreed(kept).get("email"));
        assertEquals("+4942199887766", sales.values("S1").get("Phone"));
        assertEquals("", sales.values("S1").get("Title"));
        assertEquals(0, hub.bean(UndoMerge.class).merges(10).size());
    }

    @Test
    void what_was_merged_into_a_person_is_erased_with_them() {
        askedAbout("+4915771234567");
        long question = hub.bean(Candidates.class).open(10).get(0).id();
        UUID first = found("sales", "S1").golden().orElseThrow();
        UUID second = found("marketing", "M1").golden().orElseThrow();
        assertTrue(hub.bean(JudgeCandidate.class).same(question, STEWARD));
        hub.settle();
        UUID kept = found("sales", "S1").golden().orElseThrow();
        UUID lost = kept.equals(first) ? second : first;

        assertEquals(
                kept.toString(),
                hub.bean(ErasePerson.class).erase(lost, OFFICER).fold(new Says()));
        erase(kept);

        assertEquals(List.of(), marked());
        assertEquals(List.of(), hub.bean(UndoMerge.class).merges(10));
    }

    @Test
    void a_record_that_may_be_kept_again_is_met_like_a_stranger() {
        UUID person = knownInTwoCrms();
        erase(person);

        assertTrue(hub.bean(ReadmitRecord.class).readmit("sales", "Contact", "S1", new Said("olga", "Bought again.")));
        hub.settle();

        UUID anew = found("sales", "S1").golden().orElseThrow();
        assertNotEquals(person, anew);
        assertEquals("Zarathustra", hub.bean(Decisions.class).agreed(anew).get("lastName"));
        assertTrue(found("marketing", "M1").isErased());
        assertFalse(hub.bean(ReadmitRecord.class).readmit("sales", "Contact", "S1", OFFICER), "it was readmitted");
    }

    @Test
    void what_cannot_be_erased_is_said() {
        UUID person = knownInTwoCrms();
        ErasePerson erase = hub.bean(ErasePerson.class);
        hub.execute("insert into golden (id, entity, created_at) values ('" + NOBODY + "', 'company', now())");

        assertEquals("absent", erase.erase(new UUID(9, 9), OFFICER).fold(new Says()));
        assertEquals("company", erase.erase(NOBODY, OFFICER).fold(new Says()));
        assertEquals(
                "Say who erases and why, in 1 to 2000 characters.",
                erase.erase(person, new Said("olga", " ")).fold(new Says()));
        assertTrue(holdsMarks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update observation set field_values = '{}'",
                "update observation set what_became = 'other'",
                "update decision set value = ''",
                "update decision set value = '', candidates = without_values(candidates, true)",
                "update outcome set reason = null",
                "update outcome set kind = 'GONE'",
                "update steward_word set note = ''",
                "update act set note = ''",
                "update erasure set note = ''",
                "delete from observation",
                "delete from decision",
                "delete from outcome",
                "delete from act",
                "delete from erasure"
            })
    void histories_lose_values_by_an_erasure_and_by_nothing_else(String forbidden) {
        knownInTwoCrms();
        hub.execute(
                "insert into act (what, about, goldens, who, note) values ('PAUSED', 'sales', '{}', 'o', 'why')",
                "insert into erasure (golden_id, who, note, emptied) select id, 'o', 'why', '{}' from golden",
                "insert into steward_word (first_source, second_source, is_same, who, note, at) "
                        + "select min(id), max(id), true, 's', 'why', now() from source_record");

        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> hub.execute(forbidden), forbidden);

        assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update observation set field_values = '{\"Last\": \"other\"}'",
                "update observation set seen_at = now()",
                "update decision set value = 'other'",
                "update decision set rule = ''",
                "update outcome set code = 'other'"
            })
    void nothing_else_of_an_erased_persons_history_is_rewritten(String forbidden) {
        erase(knownInTwoCrms());

        assertThrows(IllegalStateException.class, () -> hub.execute(forbidden), forbidden);
    }

    private UUID knownInTwoCrms() {
        sales.edit("S1", person("Quixotina", "Zarathustra", "zarathustra@xmark-mail.de", "+4915771234567"));
        marketing.edit("M1", person("Quixotina", "Zarathustra", "zarathustra@xmark-mail.de", ""));
        hub.settle();
        UUID golden = found("sales", "S1").golden().orElseThrow();
        assertEquals(golden, found("marketing", "M1").golden().orElseThrow());
        return golden;
    }

    /** Two of one name and address, born on different days; the second one has marked values. */
    private void askedAbout(String phoneOfFirst) {
        sales.edit("S1", person("Carl", "Brandt", "carl@brandt-one.de", phoneOfFirst));
        sales.edit("S1", Map.of("Born", "1970-01-01"));
        marketing.edit("M1", person("Carl", "Brandt", "carl@brandt-one.de", "+4915771234567"));
        marketing.edit("M1", Map.of("Born", "1985-05-05", "Title", "Grandwizard"));
        hub.settle();
    }

    private void refuseFor(String reason) {
        instead = () -> new Answer.Given<>(List.of(new Written.Refused("DUPLICATE", reason, Optional.empty(), false)));
    }

    private Erased.Done erase(UUID golden) {
        return done(hub.bean(ErasePerson.class).erase(golden, OFFICER));
    }

    private static Erased.Done done(Erased erased) {
        return (Erased.Done) erased;
    }

    private boolean holdsMarks() {
        return !marked().isEmpty();
    }

    /** Rows of any table that hold a marked value. */
    private List<String> marked() {
        return hub.column("select table_name from information_schema.tables where table_schema = 'public'").stream()
                .flatMap(table -> hub.column("select cast(row as text) from " + table + " as row").stream()
                        .map(row -> table + ": " + row))
                .filter(row -> MARKS.stream().anyMatch(row.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    private KnownRecord found(String crm, String id) {
        return hub.bean(Records.class).find(crm, "person", id).orElseThrow();
    }

    private static Map<String, String> person(String first, String last, String mail, String phone) {
        return new TreeMap<>(
                Map.of("First", first, "Last", last, "Mail", mail, "Phone", phone, "Title", "", "Born", ""));
    }

    private static final class Says implements Erased.Cases<String> {
        @Override
        public String done(Erased.Done done) {
            return "done";
        }

        @Override
        public String absent() {
            return "absent";
        }

        @Override
        public String notPersonal(Erased.NotPersonal notPersonal) {
            return notPersonal.entity();
        }

        @Override
        public String merged(Erased.Merged merged) {
            return merged.into().toString();
        }

        @Override
        public String unsaid(Erased.Unsaid unsaid) {
            return unsaid.sentence();
        }
    }
}
