package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.hubspot.Caller.Answer;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Search with its limits and its delay. */
class SearchTest {
    private static final String COMPANIES = "/crm/objects/2026-09/companies";

    private final SettableClock clock = new SettableClock();
    private LocalHubSpot crm;
    private Caller app;

    @BeforeEach
    void start() {
        crm = LocalHubSpot.start(LocalHubSpotOptions.standard()
                .withClock(clock)
                .withSearchDelay(Duration.ofSeconds(3))
                .withAllowances(AllowanceSettings.generous()));
        app = Caller.of(crm);
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    private String company(String values) {
        return app.post(COMPANIES, "{'properties':{" + values + "}}").id();
    }

    private Answer search(String body) {
        return app.post(COMPANIES + "/search", body);
    }

    private List<String> names(String filters) {
        List<String> names = new ArrayList<>();
        Answer answer = search("{'limit':200,'properties':['name'],'filterGroups':[" + filters + "]}");
        assertEquals(200, answer.status(), answer.raw().body());
        for (JsonNode result : answer.body().path("results")) {
            names.add(result.path("properties").path("name").asText());
        }
        return names;
    }

    private static String where(String... filters) {
        return "{'filters':[" + String.join(",", filters) + "]}";
    }

    private static String filter(String property, String operator, String value) {
        return "{'propertyName':'" + property + "','operator':'" + operator + "','value':'" + value + "'}";
    }

    @Test
    void a_new_record_is_found_after_the_delay() {
        company("'name':'Acme'");
        assertEquals(0, search("{}").body().path("total").asInt());
        clock.advance(Duration.ofSeconds(3));
        assertEquals(1, search("{}").body().path("total").asInt());
    }

    @Test
    void a_changed_record_is_found_with_its_old_value_until_then_and_an_archived_one_never() {
        String id = company("'name':'Acme'");
        clock.advance(Duration.ofSeconds(3));
        search("{}");
        app.patch(COMPANIES + "/" + id, "{'properties':{'name':'Other'}}");

        assertEquals(List.of("Acme"), names(where(filter("hs_object_id", "EQ", id))));
        clock.advance(Duration.ofSeconds(3));
        assertEquals(List.of("Other"), names(where(filter("hs_object_id", "EQ", id))));
        app.delete(COMPANIES + "/" + id);
        assertEquals(List.of(), names(where(filter("hs_object_id", "EQ", id))));
    }

    @Test
    void a_stuck_index_takes_nothing_in_until_it_is_free() {
        app.put("/local-crms/faults", "[{'kind':'stuck-search'}]");
        company("'name':'Acme'");
        clock.advance(Duration.ofMinutes(1));
        assertEquals(0, search("{}").body().path("total").asInt());
        app.delete("/local-crms/faults");
        assertEquals(1, search("{}").body().path("total").asInt());
    }

    @Test
    void every_operator_compares_as_its_property_is() {
        company("'name':'Small','numberofemployees':'9'");
        company("'name':'Middle One','numberofemployees':'10','city':'Bern'");
        company("'name':'Big','numberofemployees':'1000','city':'Basel'");
        clock.advance(Duration.ofMinutes(1));

        assertEquals(List.of("Middle One", "Big"), names(where(filter("numberofemployees", "GT", "9"))));
        assertEquals(List.of("Small"), names(where(filter("numberofemployees", "LT", "10"))));
        assertEquals(List.of("Middle One"), names(where(filter("numberofemployees", "EQ", "10.0"))));
        assertEquals(List.of("Big"), names(where(filter("city", "NEQ", "bern"))));
        assertEquals(List.of("Small"), names(where("{'propertyName':'city','operator':'NOT_HAS_PROPERTY'}")));
        assertEquals(
                List.of("Small", "Middle One"),
                names(where("{'propertyName':'numberofemployees','operator':'BETWEEN','value':'1','highValue':'10'}")));
        assertEquals(
                List.of("Middle One", "Big"),
                names(where("{'propertyName':'city','operator':'IN','values':['bern','basel']}")));
        assertEquals(List.of("Middle One"), names(where(filter("name", "CONTAINS_TOKEN", "mid*"))));
        assertEquals(
                List.of("Small", "Big"),
                names(where(filter("name", "EQ", "small")) + "," + where(filter("name", "EQ", "BIG"))));
    }

    @Test
    void times_are_compared_in_milliseconds_or_in_iso() {
        company("'name':'Early'");
        clock.advance(Duration.ofSeconds(10));
        company("'name':'Late'");
        clock.advance(Duration.ofSeconds(10));

        assertEquals(List.of("Late"), names(where(filter("hs_lastmodifieddate", "GTE", "2026-11-20T09:00:10Z"))));
        assertEquals(List.of("Early"), names(where(filter("hs_lastmodifieddate", "LT", "1795165210000"))));
    }

    @Test
    void a_query_looks_for_words() {
        company("'name':'Acme Widgets','domain':'https://www.acme.example/start'");
        company("'name':'Other'");
        clock.advance(Duration.ofMinutes(1));

        assertEquals(1, search("{'query':'acme'}").body().path("total").asInt());
        assertEquals(0, search("{'query':'nobody'}").body().path("total").asInt());
    }

    @Test
    void a_sort_puts_records_without_a_value_last() {
        company("'name':'B','annualrevenue':'2'");
        company("'name':'None'");
        company("'name':'A','annualrevenue':'10'");
        clock.advance(Duration.ofMinutes(1));

        Answer sorted = search("{'sorts':[{'propertyName':'annualrevenue','direction':'DESCENDING'}]}");

        assertEquals("A", sorted.result(0).path("properties").path("name").asText());
        assertEquals("None", sorted.result(2).path("properties").path("name").asText());
    }

    @Test
    void ten_thousand_results_are_the_end_of_a_query_and_not_of_the_ids() {
        for (int batch = 0; batch < 101; batch++) {
            String inputs = IntStream.range(0, 100)
                    .mapToObj(n -> "{'properties':{'name':'c'}}")
                    .collect(Collectors.joining(","));
            app.post(COMPANIES + "/batch/create", "{'inputs':[" + inputs + "]}");
        }
        clock.advance(Duration.ofMinutes(1));

        Answer last = search("{'limit':200,'after':'9800','sorts':['hs_object_id']}");
        assertEquals(200, last.body().path("results").size());
        assertEquals(10_100, last.body().path("total").asInt());
        assertEquals(
                "10000", last.body().path("paging").path("next").path("after").asText());
        assertEquals(400, search("{'limit':200,'after':'10000'}").status());
        String id = last.result(199).path("id").asText();
        Answer beyond = search("{'limit':200,'sorts':['hs_object_id'],'filterGroups':["
                + where(filter("hs_object_id", "GT", id)) + "]}");
        assertEquals(100, beyond.body().path("results").size());
    }

    @Test
    void what_is_beyond_a_limit_is_refused() {
        String one = filter("name", "EQ", "x");
        String six = String.join(",", one, one, one, one, one, one);
        assertEquals(400, search("{'limit':201}").status());
        assertEquals(400, search("{'sorts':['name','city']}").status());
        assertEquals(400, search("{'filterGroups':[" + where(six, one) + "]}").status());
        String five = IntStream.range(0, 6).mapToObj(n -> where(one)).collect(Collectors.joining(","));
        assertEquals(400, search("{'filterGroups':[" + five + "]}").status());
        assertEquals(
                400,
                search("{'filterGroups':[" + where(six) + "," + where(six) + "," + where(six) + "," + where(one) + "]}")
                        .status());
        assertEquals(400, search("{'query':'" + "x".repeat(3001) + "'}").status());
        assertEquals(
                400,
                search("{'filterGroups':[" + where(filter("nothing", "EQ", "x")) + "]}")
                        .status());
        assertEquals(
                400,
                search("{'filterGroups':[" + where(filter("annualrevenue", "GT", "x")) + "]}")
                        .status());
        assertEquals(
                400,
                search("{'filterGroups':[" + where(filter("name", "LIKE", "x")) + "]}")
                        .status());
        assertTrue(search("{'after':'x'}").message().contains("after"));
    }
}
