package dev.tailback.hub.crms;

import dev.tailback.crm.Connector;
import dev.tailback.crm.salesforce.OrgLogin;
import dev.tailback.mapping.declaration.Section;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An org, with a client of its own: it need not be the one that the write-back uses. */
record SalesforceAccess(OrgLogin org) implements CrmAccess {

    static final String KIND = "salesforce";
    private static final String USUAL_VERSION = "62.0";

    static Optional<CrmAccess> read(Section lines, Secrets secrets) {
        lines.only(Set.of("kind", "url", "clientId", "clientSecret", "apiVersion", "objects"));
        String url = lines.required("url");
        String clientId = secrets.of(lines, "clientId");
        String clientSecret = secrets.of(lines, "clientSecret");
        String version = lines.text("apiVersion").orElse(USUAL_VERSION);
        try {
            return Optional.of(new SalesforceAccess(OrgLogin.of(url, clientId, clientSecret, version)));
        } catch (IllegalArgumentException malformed) {
            lines.wrong(malformed.getMessage() + ".");
            return Optional.empty();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> usualObjects() {
        return List.of("Account", "Contact");
    }

    @Override
    public boolean tellsRights() {
        return true;
    }

    @Override
    public Connector connector(List<String> objects, Clock clock) {
        return org.connector(objects, clock);
    }

    @Override
    public String toString() {
        return KIND;
    }
}
