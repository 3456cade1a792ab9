package dev.tailback.crm.check;

import dev.tailback.crm.declared.DeclaredConnector;
import dev.tailback.crm.declared.DeclaredSettings;
import dev.tailback.crm.hubspot.HubSpotConnector;
import dev.tailback.crm.hubspot.HubSpotSettings;
import dev.tailback.crm.kit.MovableClock;
import dev.tailback.crm.kit.Relay;
import dev.tailback.crm.salesforce.SalesforceConnector;
import dev.tailback.crm.salesforce.SalesforceObjects;
import dev.tailback.crm.table.TableConnector;
import dev.tailback.crm.table.TableSettings;
import dev.tailback.program.Environment;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The connectors that can be tried from the command line. */
enum ConnectorKind {
    SALESFORCE {
        @Override
        TriedConnector tried(Map<String, String> environment, CrmOptions crm, String object, MovableClock clock) {
            Environment read = Environment.of(environment);
            Optional<SalesforceConfiguration> configured = SalesforceConfiguration.read(read);
            read.refuse();
            SalesforceConfiguration given = configured.orElseThrow();
            Optional<Relay> relay = relay(given.loginUrl());
            SalesforceConfiguration used =
                    relay.map(between -> at(between.uri(), given)).orElse(given);
            return new TriedConnector(
                    () -> new SalesforceConnector(
                            new SalesforceSession(used, clock), SalesforceObjects.of(List.of(object))),
                    relay,
                    clock);
        }

        private SalesforceConfiguration at(URI address, SalesforceConfiguration given) {
            return SalesforceConfiguration.of(
                    address.toString(), given.clientId(), given.clientSecret(), given.apiVersion());
        }
    },
    HUBSPOT {
        @Override
        TriedConnector tried(Map<String, String> environment, CrmOptions crm, String object, MovableClock clock) {
            Optional<Relay> relay = relay(crm.address());
            HubSpotSettings settings =
                    HubSpotSettings.of(relay.map(Relay::uri).orElseGet(crm::address), List.of(object));
            return new TriedConnector(() -> new HubSpotConnector(settings, crm.key(), clock), relay, clock);
        }
    },
    /** A CRM with a JSON API that a file describes. */
    DECLARED {
        @Override
        TriedConnector tried(Map<String, String> environment, CrmOptions crm, String object, MovableClock clock) {
            DeclaredSettings given = crm.declared(environment);
            Optional<Relay> relay = relay(given.address());
            DeclaredSettings used =
                    relay.map(between -> given.at(between.uri())).orElse(given);
            return new TriedConnector(() -> new DeclaredConnector(used, clock), relay, clock);
        }
    },
    /** A table of PostgreSQL; the relay speaks HTTP and cannot stand before it. */
    TABLE {
        @Override
        TriedConnector tried(Map<String, String> environment, CrmOptions crm, String object, MovableClock clock) {
            TableSettings settings = crm.table(environment, object);
            return new TriedConnector(() -> new TableConnector(settings), Optional.empty(), clock);
        }
    };

    /** @throws IllegalArgumentException in one sentence, when something is missing or malformed */
    abstract TriedConnector tried(Map<String, String> environment, CrmOptions crm, String object, MovableClock clock);

    /** The relay speaks plain HTTP, which only a CRM on this machine does. */
    private static Optional<Relay> relay(URI address) {
        return "http".equals(address.getScheme()) ? Optional.of(Relay.before(address)) : Optional.empty();
    }

    /** As people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
