package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.observations.ReadChanges;
import dev.tailback.hub.remapping.KeepMapping;
import dev.tailback.hub.remapping.PreviewMapping;
import dev.tailback.hub.remapping.SwitchMapping;
import dev.tailback.hub.remapping.Touched;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.InForce;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Switched;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field is mapped, mapped no longer, and mapped to another attribute, while two CRMs share a company. */
class RemappingTest {

    private static final Map<String, String> WITHOUT_CITY = Map.of("name", "Name", "domain", "Website");
    private static final Map<String, String> WITH_CITY = Map.of("name", "Name", "domain", "Website", "city", "City");
    private static final Map<String, String> CITY_ELSEWHERE =
            Map.of("name", "Name", "domain", "Website", "city", "Town");
    private static final Author ADMIN = new Author("ada", "");
    private static final OrgSchema SCHEMA = new OrgSchema(List.of(new OrgObject(
            "Company",
            "Company",
            true,
            true,
            true,
            Stream.of("Name", "Website", "City", "Town")
                    .map(RemappingTest::field)
                    .toList(),
            List.of())));

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private SimulatedHub hub;

    @BeforeEach
    void start() {
        hub = SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), WITH_CITY);
        sales.edit("S1", Map.of("Name", "Meyer GmbH", "Website", "meyer.de", "City", "Ulm", "Town", "Neu-Ulm"));
        marketing.edit("M1", Map.of("Name", "Meyer GmbH", "Website", "meyer.de", "City", ""));
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void a_field_that_is_gained_is_read_from_the_beginning_and_reaches_the_other_crm() throws DeclarationInvalid {
        hub.bean(KeepMapping.class).begin(mapping(WITHOUT_CITY), ADMIN);
        hub.settle();
        assertEquals("", marketing.values("M1").get("City"));
        long facts = hub.number("select count(*) from fact where attribute = 'name'");

        List<Touched> preview = switchOn(WITH_CITY);
        hub.settle();

        assertEquals("Ulm", marketing.values("M1").get("City"));
        assertEquals(facts, hub.number("select count(*) from fact where attribute = 'name'"));
        assertEquals(
                List.of("city of company is in Company.City."),
                preview.stream().map(touched -> touched.change().sentence()).toList());
        assertEquals(1, preview.get(0).read());
    }

    @Test
    void what_was_said_in_a_field_that_is_lost_stops_to_count_and_counts_again_when_it_is_put_back()
            throws DeclarationInvalid {
        hub.bean(KeepMapping.class).begin(mapping(WITH_CITY), ADMIN);
        marketing.edit("M1", Map.of("City", "Bonn"));
        hub.settle();
        sales.edit("S1", Map.of("City", "Kiel"));
        hub.settle();
        assertEquals("Kiel", marketing.values("M1").get("City"));
        long first = inForce();

        List<Touched> preview = switchOn(WITHOUT_CITY);
        hub.settle();
        assertEquals(1, preview.get(0).said());
        assertEquals("Bonn", marketing.values("M1").get("City"));
        assertEquals("Kiel", sales.values("S1").get("City"), "a field that is not mapped is not written");

        assertTrue(hub.bean(SwitchMapping.class)
                .putBack("sales", first, inForce(), ADMIN)
                .isDone());
        hub.settle();

        assertEquals("Kiel", marketing.values("M1").get("City"));
    }

    @Test
    void an_attribute_that_moves_to_another_field_is_what_people_say_there() throws DeclarationInvalid {
        hub.bean(KeepMapping.class).begin(mapping(WITH_CITY), ADMIN);
        hub.settle();
        assertEquals("Ulm", marketing.values("M1").get("City"));

        switchOn(CITY_ELSEWHERE);
        hub.settle();

        assertEquals("Neu-Ulm", marketing.values("M1").get("City"));
        assertEquals("Ulm", sales.values("S1").get("City"));
    }

    @Test
    void two_attributes_that_change_their_fields_change_their_values() throws DeclarationInvalid {
        hub.bean(KeepMapping.class).begin(mapping(Map.of("name", "Name", "city", "City", "region", "Town")), ADMIN);
        hub.settle();

        switchOn(Map.of("name", "Name", "city", "Town", "region", "City"));
        hub.settle();

        assertEquals(
                1,
                hub.number(
                        "select count(*) from fact where attribute = 'region' and field = 'City' and value = 'Ulm'"));
        assertEquals("Ulm", sales.values("S1").get("City"));
        assertEquals("Neu-Ulm", sales.values("S1").get("Town"));
    }

    @Test
    void a_page_that_was_asked_for_with_other_fields_than_the_mapped_ones_is_not_kept() throws DeclarationInvalid {
        hub.bean(KeepMapping.class).begin(mapping(WITHOUT_CITY), ADMIN);
        hub.settle();
        switchOn(WITH_CITY);
        long observations = hub.number("select count(*) from observation");

        Connection connection = hub.connections()
                .filter(one -> one.crm().equals("sales"))
                .findFirst()
                .orElseThrow();
        hub.bean(ReadChanges.class).next(connection, new MappedObject("company", "Company", WITHOUT_CITY));

        assertEquals(observations, hub.number("select count(*) from observation"));
        assertEquals(1, hub.number("select count(*) from change_cursor where crm = 'sales' and text = ''"));
    }

    @Test
    void a_mapping_that_the_crm_cannot_hold_is_not_kept() {
        String yaml = mapping(Map.of("name", "Nmae", "city", "City")).yaml();

        DeclarationInvalid wrong = org.junit.jupiter.api.Assertions.assertThrows(
                DeclarationInvalid.class, () -> hub.bean(KeepMapping.class).keep("sales", yaml, SCHEMA, ADMIN));

        assertEquals(1, wrong.reasons().size());
        assertTrue(wrong.getMessage().contains("Company.Nmae is not there"), wrong.getMessage());
        assertFalse(hub.bean(Versions.class).find(Subject.mapping("sales"), 1).isPresent());
    }

    private List<Touched> switchOn(Map<String, String> fields) throws DeclarationInvalid {
        long number = hub.bean(KeepMapping.class).keep("sales", mapping(fields).yaml(), SCHEMA, ADMIN);
        List<Touched> preview = hub.bean(PreviewMapping.class).of("sales", number);
        Switched switched = hub.bean(SwitchMapping.class).on("sales", number, inForce(), ADMIN);
        assertTrue(switched.isDone());
        return preview;
    }

    private long inForce() {
        return hub.bean(Versions.class)
                .inForce(Subject.mapping("sales"))
                .map(InForce::number)
                .orElseThrow();
    }

    private static CrmMapping mapping(Map<String, String> fields) {
        return new CrmMapping("sales", List.of(new MappedObject("company", "Company", fields)));
    }

    private static OrgField field(String name) {
        return new OrgField(
                name,
                name,
                "string",
                255,
                0,
                0,
                true,
                false,
                true,
                true,
                true,
                false,
                false,
                false,
                false,
                List.of(),
                Optional.empty(),
                List.of());
    }
}
