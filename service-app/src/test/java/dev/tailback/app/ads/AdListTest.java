package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
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
