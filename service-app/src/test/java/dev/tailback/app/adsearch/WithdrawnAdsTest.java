package dev.tailback.app.adsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withdrawn is a state of its own where ads are listed: in the filter, the counts, the page and the file. */
class WithdrawnAdsTest {

    private Org org;
    private Line line;
    private Answer withdrawn;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        Booking booking = Booking.of(org, line);
        Answer reported = booking.create(booking.small(), 1);
        booking.report();
        withdrawn = booking.correctUnseen(booking.create(booking.small(), 1), booking.small(), 2);
        org.fulfil(booking.contract());
        booking.report();
        assertEquals(200, booking.revert(withdrawn).status());
        assertEquals("Reported", booking.entry(withdrawn).path("state").asText());
        assertFalse(reported.id().equals(withdrawn.id()));
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void it_is_found_and_counted_as_withdrawn_and_not_as_reported() {
        assertEquals(List.of(withdrawn.id()), ids("Withdrawn"));
        assertEquals(List.of(withdrawn.id()), ids("withdrawn"));
        assertFalse(ids("Reported").contains(withdrawn.id()));
        JsonNode states = line.staff().get("/api/ads").body().path("states");
        assertEquals(1, states.path("Withdrawn").asInt(), states::toString);
        assertEquals(1, states.path("Reported").asInt() + states.path("Locked").asInt(), states::toString);
        assertEquals(400, line.staff().get("/api/ads?state=Gone").status());
    }

    @Test
    void it_has_a_tab_of_its_own_on_the_page() {
        String page =
                line.browser("service").open("/ads?state=Withdrawn").body().replaceAll("\\s+", " ");
        assertTrue(page.contains("Withdrawn <span class=\"count\">1</span>"), page);
        assertTrue(page.contains("/ads/" + withdrawn.id()), page);
        assertTrue(page.contains("id=\"tab-Withdrawn\" href=\"/ads?state=Withdrawn\" aria-current=\"true\""), page);
    }

    @Test
    void it_is_withdrawn_in_the_file() throws IOException {
        String file = line.staff().text("/api/ads/csv?state=Withdrawn");
        assertEquals(2, file.lines().count(), file);
        assertTrue(file.contains(",Withdrawn,WITHDRAWN,"), file);
    }

    private List<String> ids(String state) {
        JsonNode ads = line.staff().get("/api/ads?state=" + state).body().path("ads");
        return StreamSupport.stream(ads.spliterator(), false)
                .map(ad -> ad.path("id").asText())
                .toList();
    }
}
