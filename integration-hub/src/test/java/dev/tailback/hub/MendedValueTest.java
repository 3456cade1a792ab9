package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rule of quality refuses goes on by itself when it is mended, also by another field of the record. */
class MendedValueTest {

    private static final Map<String, String> FIELDS =
            Map.of("name", "Name", "domain", "Website", "phone", "Phone", "country", "Country");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private SimulatedHub hub;

    @BeforeEach
    void onePhoneNumberThatDoesNotTellItsCountry() {
        hub = SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS);
        sales.edit("S1", Map.of("Name", "Meyer", "Website", "meyer.de", "Phone", "040 12345678", "Country", ""));
        marketing.edit("M1", Map.of("Name", "Meyer", "Website", "meyer.de", "Phone", "", "Country", ""));
        hub.settle();
        assertEquals(List.of("phone_without_country"), refused());
        assertEquals("", marketing.values("M1").get("Phone"));
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void a_number_goes_on_when_its_country_is_known() {
        sales.edit("S1", Map.of("Country", "Germany"));
        hub.settle();

        assertEquals("+494012345678", marketing.values("M1").get("Phone"));
        assertEquals("+494012345678", sales.values("S1").get("Phone"));
        assertEquals(List.of(), refused());
    }

    @Test
    void a_mended_number_counts_from_when_it_was_mended_and_is_not_replaced_by_the_one_before() {
        sales.edit("S1", Map.of("Phone", "+494099999999"));
        hub.settle();
        sales.edit("S1", Map.of("Phone", "040 12345678"));
        hub.settle();
        assertEquals("+494099999999", marketing.values("M1").get("Phone"), "what was said before goes on");

        sales.edit("S1", Map.of("Country", "Germany"));
        hub.settle();

        assertEquals("+494012345678", marketing.values("M1").get("Phone"));
        assertEquals("+494012345678", sales.values("S1").get("Phone"));
    }

    @Test
    void what_is_not_mended_stays_refused_when_something_else_changes() {
        sales.edit("S1", Map.of("Name", "Meyer Logistik"));
        hub.settle();

        assertEquals(List.of("phone_without_country"), refused());
        assertEquals("040 12345678", sales.values("S1").get("Phone"));
        assertEquals("", marketing.values("M1").get("Phone"));
    }

    private List<String> refused() {
        return hub.column("select refused_by from held_value where refused_by is not null");
    }
}
