package dev.tailback.crm.hubspot;

import dev.tailback.crm.Connector;
import dev.tailback.crm.kit.Findings;
import dev.tailback.crm.kit.MovableClock;
import dev.tailback.crm.kit.OurTime;
import dev.tailback.crm.kit.Playground;
import dev.tailback.crm.kit.Relay;
import dev.tailback.crm.kit.Subject;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole contract against a HubSpot whose search lags, with everything on the wire spoilt in turn. */
class HubSpotKitTest {

    private static final String OBJECT = "companies";
    private static final String KEY = "hub_key";

    private final OurTime time = new OurTime();
    private final MovableClock accountClock = new MovableClock(Clock.systemUTC());
    private final LocalHubSpot hubspot = LocalHubSpot.start(LocalHubSpotOptions.standard()
            .withAllowances(AllowanceSettings.generous())
            .withSearchDelay(Duration.ofMillis(700))
            .withClock(accountClock));
    private final Relay relay = Relay.before(hubspot.uri());
    private final Marketer marketer = new Marketer(hubspot, OBJECT);

    @AfterEach
    void close() {
        relay.close();
        hubspot.close();
    }

    @Test
    void the_contract_is_kept() {
        marketer.addsProperty(KEY, true);
        Subject subject = Subject.of(this::connector, playground(), time)
                .with(marketer)
                .with(relay)
                .with(accountClock)
                .withSchemaChange(() -> marketer.addsProperty("region", false));

        Findings.assertKept(Findings.of(subject, 3_000), Set.of());
    }

    private Connector connector() {
        HubSpotSettings settings =
                HubSpotSettings.of(relay.uri(), List.of(OBJECT)).withLimit(Duration.ofSeconds(16));
        return new HubSpotConnector(settings, new HubSpotAccess.Key(hubspot.serviceKey()), time.clock());
    }

    private static Playground playground() {
        return new Playground(
                OBJECT,
                "name",
                "city",
                Optional.of(KEY),
                Map.of(),
                Optional.of(Map.entry("numberofemployees", "many")));
    }
}
