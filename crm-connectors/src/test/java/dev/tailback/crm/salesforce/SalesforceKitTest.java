package dev.tailback.crm.salesforce;

import dev.tailback.crm.Connector;
import dev.tailback.crm.kit.Findings;
import dev.tailback.crm.kit.MovableClock;
import dev.tailback.crm.kit.OurTime;
import dev.tailback.crm.kit.Playground;
import dev.tailback.crm.kit.Relay;
import dev.tailback.crm.kit.Subject;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole contract against an org that executes its metadata, with everything on the wire spoilt in turn. */
class SalesforceKitTest {

    private static final Path SOURCE = Path.of("src", "test", "resources", "hub-org");
    private static final String OBJECT = "Account";

    private final OurTime time = new OurTime();
    private final MovableClock orgClock = new MovableClock(Clock.systemUTC());
    private final LocalOrg org =
            LocalOrg.start(LocalOrgOptions.of(SOURCE).withClock(orgClock).withTokenLife(Duration.ofDays(2)));
    private final Relay relay = Relay.before(org.uri());

    @AfterEach
    void close() {
        relay.close();
        org.close();
    }

    @Test
    void the_contract_is_kept() {
        Subject subject = Subject.of(this::connector, playground(), time)
                .with(new OrgSalesPerson(org.uri(), OBJECT))
                .with(relay)
                .with(orgClock)
                .withSchemaChange(this::addField);

        Findings.assertKept(Findings.of(subject, 3_000), Set.of("A merge is told, with the record that stays"));
    }

    private Connector connector() {
        SalesforceConfiguration configuration = SalesforceConfiguration.of(
                        relay.uri().toString(), "tailback", "local-org", "62.0")
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(8), Duration.ofSeconds(16));
        return new SalesforceConnector(
                new SalesforceSession(configuration, time.clock()), SalesforceObjects.of(List.of(OBJECT)));
    }

    private static Playground playground() {
        return new Playground(
                OBJECT,
                "Name",
                "Site",
                Optional.of("Hub_Key__c"),
                Map.of(),
                Optional.of(Map.entry("Phone", "0".repeat(60))));
    }

    private void addField() {
        String field = "<CustomField xmlns=\"http://soap.sforce.com/2006/04/metadata\"><fullName>Region__c</fullName>"
                + "<label>Region</label><length>20</length><type>Text</type></CustomField>";
        URI place = org.uri().resolve("/local-org/schema/objects/Account/fields/Region__c.field-meta.xml");
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(place)
                                    .PUT(HttpRequest.BodyPublishers.ofString(field))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
