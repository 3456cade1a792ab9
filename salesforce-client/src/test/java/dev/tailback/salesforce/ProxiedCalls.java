package dev.tailback.salesforce;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * A program of its own that reads and writes once, through the proxy named in its environment. In a JVM that has loaded
 * the JDK's HTTP client before, what lets Basic through to a proxy would come too late.
 */
final class ProxiedCalls {

    private ProxiedCalls() {}

    public static void main(String[] arguments) {
        SalesforceConfiguration configuration = SalesforceConfiguration.of(
                        System.getenv("SALESFORCE_LOGIN_URL"), "tailback", "wire-secret", null)
                .withProxy(
                        System.getenv("SALESFORCE_PROXY_HOST"),
                        System.getenv("SALESFORCE_PROXY_PORT"),
                        System.getenv("SALESFORCE_PROXY_USER"),
                        System.getenv("SALESFORCE_PROXY_PASSWORD"));
        SalesforceSession session = new SalesforceSession(configuration, Clock.systemUTC());
        System.out.println("read " + new ContractReader(session, Mapping::tailback).find("800000000000001AAA"));
        System.out.println("write "
                + new UsageWriter(session, Mapping::tailback)
                        .upsert(List.of(new UsageSnapshot(new UUID(7, 1), "a01000000000001AAA", 1, 1, false, "ad"))));
    }
}
