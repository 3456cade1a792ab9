package dev.tailback.hub.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.golden.KeptCandidate;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One person in two CRMs, who moved on, and someone else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierTest {

    private static final Map<String, String> PERSON =
            Map.of("firstName", "First", "lastName", "Last", "email", "Mail", "phone", "Phone", "jobTitle", "Title");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private SimulatedHub hub;
    private UUID anna;

    @BeforeAll
    void live() {
        List<MappedObject> contacts = List.of(new MappedObject("person", "Contact", PERSON));
        hub = SimulatedHub.start(
                List.of(new Connection("sales", sales, contacts), new Connection("marketing", marketing, contacts)));
        sales.edit("S1", person("Änna", "O'Müller", "Anna.Mueller@example-one.de", "+4915771234567"));
        marketing.edit("M1", person("Änna", "O'Müller", "anna.mueller@example-one.de", "nonsense"));
        sales.edit("S2", person("Bert", "Sander", "bert@example-two.de", "+4940998877"));
        hub.settle();
        sales.edit("S1", Map.of("Title", "Buyer"));
        hub.settle();
        marketing.edit("M1", Map.of("Title", "Head of buying"));
        hub.settle();
        anna = hub.bean(Records.class)
                .find("sales", "person", "S1")
                .orElseThrow()
                .golden()
                .orElseThrow();
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @Test
    void a_golden_record_shows_what_is_agreed() {
        GoldenView view = hub.bean(ReadGolden.class).of(anna).orElseThrow();

        assertEquals("person", view.entity());
        assertEquals("Head of buying", value(view, "jobTitle").value());
        assertTrue(value(view, "jobTitle").rule().contains("latest change wins"));
        assertEquals(Optional.empty(), hub.bean(ReadGolden.class).of(new UUID(1, 1)));
    }

    @Test
    void the_records_of_the_crms_stand_side_by_side_with_what_was_refused_and_what_we_wrote() {
        List<SourceView> sources = hub.bean(ReadSources.class).of(anna);

        assertEquals(
                Set.of("sales S1", "marketing M1"),
                sources.stream().map(one -> one.crm() + " " + one.recordId()).collect(Collectors.toSet()));
        SourceView marketing = source(sources, "marketing");
        assertTrue(marketing.seenAt().isPresent());
        assertEquals("nonsense", field(marketing, "phone").value());
        assertTrue(field(marketing, "phone").refusedBy().isPresent());
        assertTrue(field(marketing, "jobTitle").saidTo().isPresent(), "a person said it there");
        assertEquals(
                Optional.of("Head of buying"),
                field(source(sources, "sales"), "jobTitle").given());
        assertEquals(
                Optional.empty(), field(source(sources, "sales"), "jobTitle").saidTo());
    }

    @Test
    void why_tells_who_won_and_why_the_other_lost_and_what_was_before() {
        ReadWhy why = hub.bean(ReadWhy.class);

        List<Why> now = why.of(anna, "jobTitle", Long.MAX_VALUE, 1);
        List<Why> before = why.of(anna, "jobTitle", now.get(0).id(), 10);

        assertEquals("Head of buying", now.get(0).value());
        assertTrue(now.get(0).isConflict());
        KeptCandidate loser = now.get(0).candidates().stream()
                .filter(candidate -> !candidate.won())
                .findFirst()
                .orElseThrow();
        assertEquals("sales", loser.crm());
        assertEquals("Buyer", loser.value());
        assertFalse(loser.why().isBlank());
        assertEquals(List.of("Buyer"), before.stream().map(Why::value).toList());
    }

    @Test
    void the_timeline_tells_everything_once_in_order_in_pages_of_any_size() {
        ReadTimeline timeline = hub.bean(ReadTimeline.class);
        List<Moment> all = timeline.of(anna, Before.NOW, 200);
        List<Moment> paged = new ArrayList<>();
        for (List<Moment> page = timeline.of(anna, Before.NOW, 3);
                !page.isEmpty();
                page = timeline.of(anna, next(paged), 3)) {
            paged.addAll(page);
        }

        assertEquals(all, paged);
        assertEquals(
                all.stream()
                        .sorted(Comparator.comparing(Moment::at).reversed())
                        .map(Moment::at)
                        .toList(),
                all.stream().map(Moment::at).toList());
        assertTrue(all.stream()
                .map(Moment::happening)
                .collect(Collectors.toSet())
                .containsAll(Set.of(Happening.OBSERVED, Happening.JOINED, Happening.DECIDED, Happening.WRITTEN)));
    }

    private static Before next(List<Moment> read) {
        return Before.read(read.get(read.size() - 1).cursor().text()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-01-01T00:00:00Z_1", "x_1_1", "2026-01-01T00:00:00Z_1_y"})
    void what_is_no_place_in_a_timeline_is_none(String text) {
        assertEquals(Optional.empty(), Before.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "omüller",
                "o'mueller",
                "ÄNNA muell",
                "anna.mueller@example-one.de",
                "example-one",
                "S1",
                "M1",
                "0157 71234567",
                "71234567",
                "+49 (157) 7123-4567"
            })
    void people_find_a_golden_record_by_what_they_know(String known) {
        List<FoundGolden> found = hub.bean(FindGoldens.class).find(known, Optional.empty(), 10);

        assertEquals(List.of(anna), found.stream().map(FoundGolden::id).toList());
        assertEquals("O'Müller", found.get(0).known().get("lastName"));
        assertFalse(found.get(0).known().containsKey("jobTitle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'", "&", "!(|)", "\\", "':*", "änna sander", "buyer", "00000", "nobody\u0007"})
    void what_nobody_is_called_finds_nobody(String unknown) {
        assertEquals(List.of(), hub.bean(FindGoldens.class).find(unknown, Optional.empty(), 10));
    }

    @Test
    void what_is_found_comes_in_pages_in_the_order_of_ids() {
        FindGoldens find = hub.bean(FindGoldens.class);
        List<FoundGolden> first = find.find("example", Optional.empty(), 1);
        List<FoundGolden> second = find.find("example", Optional.of(first.get(0).id()), 1);
        List<FoundGolden> third = find.find("example", Optional.of(second.get(0).id()), 1);

        assertEquals(2, Set.of(first.get(0).id(), second.get(0).id()).size());
        assertEquals(List.of(), third);
        assertEquals(
                anna, find.find(anna.toString(), Optional.empty(), 1).get(0).id());
    }

    @Test
    void what_a_person_may_ask_for_is_one_json_document() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertTrue(hub.bean(ExportGolden.class).write(anna, out));

        JsonNode document = new ObjectMapper().readTree(out.toByteArray());
        assertEquals(anna.toString(), document.path("golden").asText());
        assertEquals(2, document.path("records").size());
        assertTrue(document.path("observations").size() >= 4);
        assertEquals("nonsense", heldPhone(document));
        assertTrue(document.path("decisions").toString().contains("Buyer"));
        assertFalse(hub.bean(ExportGolden.class).write(new UUID(1, 1), new ByteArrayOutputStream()));
    }

    private static String heldPhone(JsonNode document) {
        for (JsonNode held : document.path("heldValues")) {
            if (held.path("crm").asText().equals("marketing")
                    && held.path("field").asText().equals("Phone")) {
                return held.path("value").asText();
            }
        }
        return "";
    }

    private static AgreedValue value(GoldenView view, String attribute) {
        return view.values().stream()
                .filter(value -> value.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    private static SourceView source(List<SourceView> sources, String crm) {
        return sources.stream().filter(one -> one.crm().equals(crm)).findFirst().orElseThrow();
    }

    private static FieldView field(SourceView source, String attribute) {
        return source.fields().stream()
                .filter(field -> field.attribute().equals(Optional.of(attribute)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> person(String first, String last, String mail, String phone) {
        return new TreeMap<>(Map.of("First", first, "Last", last, "Mail", mail, "Phone", phone, "Title", ""));
    }
}
