package dev.tailback.hub.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.hub.allowance.CallDay;
import dev.tailback.hub.allowance.CrmStates;
import dev.tailback.hub.allowance.Priority;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.crms.DeclaredCrm;
import dev.tailback.hub.crms.DeclaredCrms;
import dev.tailback.hub.drift.ChangingCrm;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.golden.ConsiderGolden;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.hub.remapping.KeepMapping;
import dev.tailback.hub.rulebook.KeepRules;
import dev.tailback.hub.simulation.GivenCrm;
import dev.tailback.hub.simulation.HubSettings;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.versions.Author;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many customers go by the share of first readings; one that is typed meanwhile goes at once. */
class CreateInCrmTest {

    private static final MappedObject PLAIN =
            new MappedObject("company", "Company", Map.of("name", "Name", "domain", "Website"));
    private static final MappedObject CREATING = PLAIN.creating(new Creates("HubKey", Set.of("name")));

    private final ChangingCrm sales = new ChangingCrm(List.of("Name", "Website"));
    private final ChangingCrm marketing = new ChangingCrm(List.of("Name", "Website", "HubKey"));
    private final ApplicationContext hub = start();
    private Runnable meanwhile = () -> {};

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void two_hundred_are_a_few_and_go_like_live_changes() {
        planned(CreateInCrm.A_FEW);
        long readings = calls(Priority.BACKFILL);

        assertEquals(0, write().createMany(marketing()));
        assertEquals(100, write().create(marketing()), "as many as the CRM takes in one call");
        assertEquals(readings, calls(Priority.BACKFILL));
    }

    @Test
    void more_wait_for_their_own_loop_and_who_is_typed_while_they_are_on_their_way_does_not() {
        planned(CreateInCrm.A_FEW + 1);
        long readings = calls(Priority.BACKFILL);
        assertEquals(0, write().create(marketing()));

        meanwhile = () -> assertEquals(100, write().create(marketing()), "a hundred and one wait, which are a few");
        assertEquals(100, write().createMany(marketing()));

        assertEquals(readings + 1, calls(Priority.BACKFILL));
        assertEquals(1, write().create(marketing()));
        assertEquals(201, marketing.records().ids().size());
    }

    private void planned(int customers) {
        for (int one = 0; one < customers; one++) {
            sales.records().edit("S" + one, Map.of("Name", name(one) + " AG", "Website", name(one) + ".de"));
        }
        ReadCrm read = hub.getBean(ReadCrm.class);
        for (String crm : List.of("sales", "marketing")) {
            while (read.round(crm).isZero()) {}
        }
        while (hub.getBean(MeetRecord.class).next()
                | hub.getBean(ConsiderGolden.class).next()) {}
        read.round("marketing");
    }

    private static String name(int one) {
        StringBuilder name = new StringBuilder();
        for (long left = (one + 1) * 2_654_435_761L % (1L << 40); left > 0; left /= 105) {
            name.append("bcdfghjklmnpqrstvwxyz".charAt((int) (left % 21)))
                    .append("aeiou".charAt((int) (left / 21 % 5)));
        }
        return name.toString();
    }

    private WriteCrm write() {
        return hub.getBean(WriteCrm.class);
    }

    private Connection marketing() {
        return hub.getBean(Connections.class).of("marketing").orElseThrow();
    }

    private long calls(Priority priority) {
        return hub.getBean(CrmStates.class).calls("marketing", 1).stream()
                .filter(day -> day.priority() == priority)
                .mapToLong(CallDay::calls)
                .sum();
    }

    private ApplicationContext start() {
        TestDatabase database = TestServices.emptyDatabase();
        ApplicationContext context = ApplicationContext.builder()
                .properties(HubSettings.of(database))
                .singletons(
                        new DeclaredCrms(List.of(
                                new DeclaredCrm("sales", new GivenCrm(sales), List.of(PLAIN)),
                                new DeclaredCrm(
                                        "marketing",
                                        new GivenCrm(Interrupted.at(marketing, this::written)),
                                        List.of(CREATING)))),
                        Entities.shipped())
                .start();
        context.getBean(KeepRules.class).begin(List.of("marketing", "sales"));
        context.getBean(KeepMapping.class).begin(new CrmMapping("sales", List.of(PLAIN)), Author.HUB);
        context.getBean(KeepMapping.class).begin(new CrmMapping("marketing", List.of(CREATING)), Author.HUB);
        return context;
    }

    private Answer<List<Written>> written(String object, List<Write> writes, Connector crm) {
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        return crm.write(object, writes);
    }
}
