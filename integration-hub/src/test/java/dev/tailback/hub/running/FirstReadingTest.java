package dev.tailback.hub.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tailback.hub.allowance.CallDay;
import dev.tailback.hub.allowance.CrmStates;
import dev.tailback.hub.allowance.Priority;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.crms.DeclaredCrm;
import dev.tailback.hub.crms.DeclaredCrms;
import dev.tailback.hub.drift.ChangingCrm;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.remapping.KeepMapping;
import dev.tailback.hub.rulebook.KeepRules;
import dev.tailback.hub.simulation.GivenCrm;
import dev.tailback.hub.simulation.HubSettings;
import dev.tailback.hub.versions.Author;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from its beginning is paid from the share of first readings, page by page; what changes later is live. */
class FirstReadingTest {

    private static final String CRM = "sales";
    private static final int RECORDS = 450;
    private static final int PAGES = 3;
    private static final List<MappedObject> COMPANIES =
            List.of(new MappedObject("company", "Company", Map.of("name", "Name", "city", "City")));

    private final ChangingCrm sales = new ChangingCrm(List.of("Name", "City"));

    @Test
    void all_pages_of_a_first_reading_are_a_backfill_and_later_changes_are_live() {
        for (int number = 0; number < RECORDS; number++) {
            sales.records().edit("S" + number, Map.of("Name", "Alder " + number));
        }
        try (ApplicationContext hub = start()) {
            ReadCrm read = hub.getBean(ReadCrm.class);
            for (int page = 1; page < PAGES; page++) {
                assertEquals(0, read.round(CRM).toMillis(), "there is more to read");
            }
            assertFalse(read.round(CRM).isZero());
            long live = calls(hub, Priority.LIVE);

            sales.records().edit("S1", Map.of("City", "Ulm"));
            read.round(CRM);

            assertEquals(PAGES, calls(hub, Priority.BACKFILL));
            assertEquals(live + 1, calls(hub, Priority.LIVE));
        }
    }

    private static long calls(ApplicationContext hub, Priority priority) {
        return hub.getBean(CrmStates.class).calls(CRM, 1).stream()
                .filter(day -> day.priority() == priority)
                .mapToLong(CallDay::calls)
                .sum();
    }

    private ApplicationContext start() {
        TestDatabase database = TestServices.emptyDatabase();
        ApplicationContext hub = ApplicationContext.builder()
                .properties(HubSettings.of(database))
                .singletons(
                        new DeclaredCrms(List.of(new DeclaredCrm(CRM, new GivenCrm(sales), COMPANIES))),
                        Entities.shipped())
                .start();
        hub.getBean(KeepRules.class).begin(List.of(CRM));
        hub.getBean(KeepMapping.class).begin(new CrmMapping(CRM, COMPANIES), Author.HUB);
        return hub;
    }
}
