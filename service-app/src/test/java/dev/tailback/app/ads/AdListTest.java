package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdListTest {

    private static Line line;

    @BeforeAll
    static void start() {
        line = Line.withoutSalesforce();
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void ads_are_found_by_a_part_of_the_title_by_reference_and_by_id() {
        Answer created = create("100% _Spring_ sale");
        String reference = created.body().path("reference").asText();
        assertEquals(List.of(created.id()), ids("/api/ads?query=_spring_"));
        assertEquals(List.of(created.id()), ids("/api/ads?query=100%25%20_s"));
        assertEquals(List.of(created.id()), ids("/api/ads?query=" + reference.toLowerCase()));
        assertEquals(List.of(created.id()), ids("/api/ads?query=" + created.id()));
        assertEquals(List.of(created.id()), ids("/api/ads?query=" + created.entryId(0)));
        assertEquals(List.of(), ids("/api/ads?query=%25%25"));
        assertEquals(List.of(), ids("/api/ads?query='%3B%20drop%20table%20ad%3B--"));
    }

    @Test
    void ads_and_entries_are_found_by_contract_in_either_spelling_and_by_state() {
        line.reportAll();
        String contract = Ids.contract();
        Answer waiting = line.staff().create(ad("Waits", contract, Ids.product(), 1));
        assertEquals(List.of(waiting.id()), ids("/api/ads?contractId=" + contract));
        assertEquals(List.of(waiting.id()), ids("/api/ads?contractId=" + contract.substring(0, 15)));
        assertEquals(List.of(waiting.id()), ids("/api/ads?state=Waiting"));
        assertEquals(List.of(waiting.entryId(0)), entries("/api/usage?state=waiting&contractId=" + contract));
        line.relay();
        line.worker().settle(record -> Worker.later(record, Duration.ofMinutes(5)));
        line.outcomes();
        assertEquals(List.of(waiting.id()), ids("/api/ads?state=Retrying"));
        assertEquals(List.of(), ids("/api/ads?state=Waiting"));
        assertEquals(List.of(waiting.entryId(0)), entries("/api/usage?state=Retrying&code=ROW_BUSY"));
        assertEquals(List.of(), entries("/api/usage?code=OTHER"));
        line.staff().cancel(line.staff().read(waiting));
        line.reportAll();
        assertEquals(List.of(waiting.entryId(0)), entries("/api/usage?state=Reported&contractId=" + contract));
    }

    @Test
    void pages_hold_50_and_tell_whether_more_follow() {
        String contract = Ids.contract();
        for (int ad = 0; ad < 51; ad++) {
            line.staff().create(ad("Ad " + ad, contract, Ids.product(), 1));
        }
        JsonNode first = line.staff().get("/api/ads?contractId=" + contract).body();
        assertEquals(50, first.path("ads").size());
        assertTrue(first.path("more").asBoolean());
        assertEquals("Ad 50", first.path("ads").path(0).path("title").asText());
        JsonNode second =
                line.staff().get("/api/ads?page=1&contractId=" + contract).body();
        assertEquals(1, second.path("ads").size());
        assertEquals(false, second.path("more").asBoolean());
        assertEquals(
                1,
                line.staff()
                        .get("/api/usage?page=1&contractId=" + contract)
                        .body()
                        .path("entries")
                        .size());
    }

    @Test
    void ads_are_narrowed_by_person_day_product_and_the_customers_reference() throws SQLException {
        String contract = Ids.contract();
        String product = Ids.product();
        try (Connection database = line.connect();
                Statement statement = database.createStatement()) {
            statement.execute(
                    "insert into contract_product_label values ('" + product + "', '" + contract + "', 'Colossal')");
        }
        String body = ad("Narrow", contract, product, 1)
                .replaceFirst("}$", ",\"serviceDate\":\"2031-05-17\",\"customerReference\":\"Order 0815/x\"}");
        Answer wanted = line.as("operator").create(body);
        Answer other = line.staff().create(ad("Narrow", contract, Ids.product(), 1));
        String here = "/api/ads?contractId=" + contract;
        assertEquals(List.of(wanted.id()), ids(here + "&person=Operator"));
        assertEquals(List.of(wanted.id()), ids(here + "&product=colos"));
        assertEquals(List.of(wanted.id()), ids("/api/ads?query=order%200815/X"));
        assertEquals(List.of(wanted.id()), ids(here + "&date=service&from=2031-05-17&to=2031-05-17"));
        assertEquals(List.of(), ids(here + "&date=service&from=2031-05-18"));
        String day = wanted.body().path("createdAt").asText().substring(0, 10);
        assertEquals(List.of(other.id(), wanted.id()), ids(here + "&from=" + day + "&to=" + day));
        assertEquals(List.of(), ids(here + "&to=2020-01-01"));
        assertEquals(List.of(wanted.id(), other.id()), ids(here + "&sort=serviceDate"));
        assertEquals(List.of(wanted.id(), other.id()), ids(here + "&sort=oldest"));
    }

    @Test
    void an_ad_is_found_on_the_contract_it_was_on_before() {
        String contract = Ids.contract();
        Answer created = line.staff().create(ad("Moves", contract, Ids.product(), 1));
        String elsewhere = Ids.contract();
        line.staff().correct(created, ad("Moves", elsewhere, Ids.product(), 1));
        assertEquals(List.of(created.id()), ids("/api/ads?contractId=" + contract));
        assertEquals(List.of(created.id()), ids("/api/ads?contractId=" + elsewhere));
        // The entry on the new contract goes after the cancellation of the one before.
        line.reportAll();
        line.reportAll();
    }

    @Test
    void states_are_counted_over_the_whole_result_whatever_state_is_shown() {
        line.reportAll();
        String contract = Ids.contract();
        for (int ad = 0; ad < 52; ad++) {
            line.staff().create(ad("Counted " + ad, contract, Ids.product(), 1));
        }
        JsonNode all = line.staff().get("/api/ads?contractId=" + contract).body();
        assertEquals(52, all.path("total").asInt());
        assertEquals(2, all.path("pages").asInt());
        assertEquals(52, all.path("states").path("Waiting").asInt());
        assertEquals(0, all.path("states").path("Reported").asInt());
        JsonNode reported = line.staff()
                .get("/api/ads?state=Reported&contractId=" + contract)
                .body();
        assertEquals(0, reported.path("total").asInt());
        assertEquals(52, reported.path("states").path("Waiting").asInt());
        JsonNode beyond =
                line.staff().get("/api/ads?page=70&contractId=" + contract).body();
        assertEquals(0, beyond.path("ads").size());
        assertEquals(2, beyond.path("pages").asInt());
        assertEquals(false, beyond.path("more").asBoolean());
    }

    @Test
    void a_filter_that_is_none_is_refused() {
        for (String wrong : List.of("from=2026-02-30", "to=yesterday", "sort=colour", "state=Lost", "query=a%00b")) {
            assertEquals(400, line.staff().get("/api/ads?" + wrong).status(), wrong);
        }
    }

    @Test
    void the_file_has_a_row_for_each_entry_and_no_formula() throws IOException {
        String contract = Ids.contract();
        String body = ad("=HYPERLINK(1)", contract, Ids.product(), 7, Ids.product(), 8)
                .replaceFirst("}$", ",\"note\":\"two\\\\nlines, \\\\\"quoted\\\\\"\"}");
        Answer created = line.staff().create(body);
        assertEquals(201, created.status(), created.body()::toString);
        String file = line.staff().text("/api/ads/csv?contractId=" + contract);
        assertTrue(file.startsWith("\uFEFFad,title,customer,contract_number,contract_id,service_date"), file);
        assertEquals(2, file.split("'=HYPERLINK\\(1\\)", -1).length - 1, file);
        assertTrue(file.contains("\"two\nlines, \"\"quoted\"\"\""), file);
        assertTrue(file.contains("," + created.entryId(1) + ","), file);
        assertTrue(file.contains(",8,false,Waiting,"), file);
    }

    @Test
    void the_file_goes_on_over_many_pages() throws IOException {
        String contract = Ids.contract();
        for (int ad = 0; ad < 201; ad++) {
            line.staff().create(ad("Row " + ad, contract, Ids.product(), 1));
        }
        String file = line.staff().text("/api/ads/csv?contractId=" + contract);
        assertEquals(202, file.lines().count(), file);
    }

    private static Answer create(String title) {
        return line.staff().create(ad(title, Ids.contract(), Ids.product(), 1));
    }

    private static List<String> ids(String path) {
        return ids(line.staff().get(path).body().path("ads"));
    }

    private static List<String> entries(String path) {
        return ids(line.staff().get(path).body().path("entries"));
    }

    private static List<String> ids(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("id").asText())
                .toList();
    }
}
