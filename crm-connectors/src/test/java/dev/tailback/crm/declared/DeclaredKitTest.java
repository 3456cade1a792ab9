package dev.tailback.crm.declared;

import dev.tailback.crm.Connector;
import dev.tailback.crm.hubspot.Marketer;
import dev.tailback.crm.kit.Findings;
import dev.tailback.crm.kit.MovableClock;
import dev.tailback.crm.kit.OurTime;
import dev.tailback.crm.kit.Person;
import dev.tailback.crm.kit.Playground;
import dev.tailback.crm.kit.Relay;
import dev.tailback.crm.kit.Subject;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole contract against HubSpot's plain object API, as a file describes it, with all on the wire spoilt. */
class DeclaredKitTest {

    private static final Path FILE = Path.of("src", "test", "resources", "declared", "hubspot.yaml");
    private static final String OBJECT = "companies";

    private static final Set<String> NOT_TRIED = Set.of(
            // A list of deleted records does not say into which one a record went.
            "A merge is told, with the record that stays",
            // The schema is the file.
            "The stamp of the schema changes with it, and only then");

    private final OurTime time = new OurTime();
    private final MovableClock accountClock = new MovableClock(Clock.systemUTC());
    private final LocalHubSpot hubspot = LocalHubSpot.start(LocalHubSpotOptions.standard()
            .withAllowances(AllowanceSettings.generous())
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
        marketer.addsProperty("hub_key", true);
        Playground ground = new Playground(
                OBJECT,
                "name",
                "city",
                Optional.of("hub_key"),
                Map.of(),
                Optional.of(Map.entry("numberofemployees", "many")));
        Subject subject = Subject.of(this::connector, ground, time)
                .with(new WithoutMerges(marketer))
                .with(relay)
                .with(accountClock);

        Findings.assertKept(Findings.of(subject, 300), NOT_TRIED);
    }

    private Connector connector() {
        try {
            DeclaredSettings settings =
                    DeclaredSettings.of(Files.readString(FILE), Map.of("CRM_HUBSPOT_KEY", hubspot.serviceKey()));
            return new DeclaredConnector(settings.at(relay.uri()).withLimit(Duration.ofSeconds(16)), time.clock());
        } catch (IOException | DeclarationInvalid wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private record WithoutMerges(Person hands) implements Person {

        @Override
        public String creates(Map<String, String> values) {
            return hands.creates(values);
        }

        @Override
        public List<String> imports(List<Map<String, String>> records) {
            return hands.imports(records);
        }

        @Override
        public void edits(String id, Map<String, String> values) {
            hands.edits(id, values);
        }

        @Override
        public boolean deletes(String id) {
            return hands.deletes(id);
        }

        @Override
        public boolean merges(String loser, String winner) {
            return false;
        }
    }
}
