package dev.tailback.salesforce.http;

import java.net.URI;

/** What a proxy means that opens no way to Salesforce. */
public final class ProxyRefusal {

    public static final String WHO_ASKS =
            "A proxy wants to know who asks, or refuses our user and password (HTTP 407): set SALESFORCE_PROXY_USER and"
                    + " SALESFORCE_PROXY_PASSWORD to what the proxy accepts.";

    private ProxyRefusal() {}

    public static String sentence(String status, URI address) {
        return status.equals("407")
                ? WHO_ASKS
                : "The proxy opens no way to " + ConnectionProblem.salesforce(address) + " (HTTP " + status
                        + "): let the proxy's administrator allow this machine to reach it.";
    }
}
