package dev.tailback.crm.salesforce;

import dev.tailback.crm.Connector;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import java.time.Clock;
import java.util.List;

/** How one org is reached, for programs that know the connectors alone. Shows no secret. */
public final class OrgLogin {

    private final SalesforceConfiguration org;

    private OrgLogin(SalesforceConfiguration org) {
        this.org = org;
    }

    /**
     * @param address My Domain's, such as {@code https://acme.my.salesforce.com}
     * @throws IllegalArgumentException in one sentence, when something is malformed
     */
    public static OrgLogin of(String address, String clientId, String clientSecret, String apiVersion) {
        return new OrgLogin(SalesforceConfiguration.of(address, clientId, clientSecret, apiVersion));
    }

    public Connector connector(List<String> objects, Clock clock) {
        return new SalesforceConnector(new SalesforceSession(org, clock), SalesforceObjects.of(objects));
    }
}
