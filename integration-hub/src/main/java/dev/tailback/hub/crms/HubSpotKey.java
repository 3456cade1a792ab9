package dev.tailback.hub.crms;

import dev.tailback.crm.Connector;
import dev.tailback.crm.hubspot.HubSpotAccess;
import dev.tailback.crm.hubspot.HubSpotConnector;
import dev.tailback.crm.hubspot.HubSpotSettings;
import dev.tailback.mapping.declaration.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A HubSpot account, by a service key. */
record HubSpotKey(URI address, HubSpotAccess access) implements CrmAccess {

    static final String KIND = "hubspot";
    private static final String USUAL_ADDRESS = "https://api.hubapi.com";

    static Optional<CrmAccess> read(Section lines, Secrets secrets) {
        lines.only(Set.of("kind", "url", "token", "objects"));
        String url = lines.text("url").orElse(USUAL_ADDRESS);
        String token = secrets.of(lines, "token");
        try {
            URI address = new URI(url);
            if (address.getHost() != null) {
                return Optional.of(new HubSpotKey(address, new HubSpotAccess.Key(token)));
            }
        } catch (URISyntaxException malformed) {
            // Told below, as an address without a host is.
        }
        lines.wrong("'url' is no web address: write it as " + USUAL_ADDRESS + ".");
        return Optional.empty();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> usualObjects() {
        return List.of("companies", "contacts");
    }

    @Override
    public boolean tellsRights() {
        return false;
    }

    @Override
    public Connector connector(List<String> objects, Clock clock) {
        return new HubSpotConnector(HubSpotSettings.of(address, objects), access, clock);
    }

    @Override
    public String toString() {
        return KIND;
    }
}
