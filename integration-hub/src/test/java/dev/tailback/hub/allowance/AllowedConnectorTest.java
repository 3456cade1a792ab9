package dev.tailback.hub.allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.Write;
import dev.tailback.crm.hubspot.HubSpotAccess;
import dev.tailback.crm.hubspot.HubSpotConnector;
import dev.tailback.crm.hubspot.HubSpotSettings;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two hubs call one HubSpot account, each by a connector of its own. */
class AllowedConnectorTest {

    private static final int TEN_SECONDLY = 12;

    private final LocalHubSpot account = LocalHubSpot.start(
            LocalHubSpotOptions.standard().withAllowances(new AllowanceSettings(TEN_SECONDLY, 100_000, 1_000)));
    private final SimulatedHub one = SimulatedHub.start(List.of());
    private final SimulatedHub other = one.beside();

    @AfterEach
    void close() {
        other.close();
        one.close();
        account.close();
    }

    @Test
    void when_one_hub_is_told_to_wait_the_other_sends_nothing() {
        Connector first = connector(one);
        Connector second = connector(other);
        int calls = 0;
        while (code(first.read(nobody())).isEmpty() && calls < 10 * TEN_SECONDLY) {
            calls++;
        }
        assertTrue(calls <= TEN_SECONDLY, "the account takes " + TEN_SECONDLY + " calls");

        assertEquals("TOLD_TO_WAIT", code(second.read(nobody())));

        assertEquals(0, second.sent().orElseThrow());
    }

    @Test
    void every_call_is_counted_also_those_that_a_connector_makes_by_itself() {
        Connector connector = connector(one);
        connector.authenticate();
        connector.write("companies", List.of(new Write.Create(Map.of("name", "Meyer Logistik GmbH"))));

        assertEquals(
                Map.of(Priority.LIVE, connector.sent().orElseThrow()),
                one.bean(CrmStates.class).of("marketing").orElseThrow().callsToday());
        assertTrue(connector.sent().orElseThrow() > 2);
    }

    @Test
    void what_the_account_tells_of_its_day_is_known_to_the_other_hub() {
        connector(one).read(new RecordsAsked("companies", List.of("1"), List.of("name")));

        CrmState state = other.bean(CrmStates.class).of("marketing").orElseThrow();

        assertEquals(100_000, state.most().orElseThrow());
        assertEquals(99_999, state.left().orElseThrow());
    }

    @Test
    void an_account_that_is_gone_is_an_outage_for_both() {
        Connector first = connector(one);
        account.close();

        assertEquals("UNREACHABLE", code(first.read(nobody())));

        assertEquals("OUTAGE", code(connector(other).read(nobody())));
    }

    private static RecordsAsked nobody() {
        return new RecordsAsked("companies", List.of("1"), List.of("name"));
    }

    private static String code(Answer<?> answer) {
        return answer.fold(given -> "", Answer.Refused::code, Answer.Unavailable::code);
    }

    private Connector connector(SimulatedHub hub) {
        HubSpotSettings settings = HubSpotSettings.of(account.uri(), List.of("companies"));
        return hub.bean(AllowedConnectors.class)
                .of(
                        "marketing",
                        new HubSpotConnector(settings, new HubSpotAccess.Key(account.serviceKey()), Clock.systemUTC()),
                        Priority.LIVE);
    }
}
