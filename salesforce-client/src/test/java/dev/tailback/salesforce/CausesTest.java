package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever keeps us from Salesforce is told in a sentence that names it and the mend, and in no words of an exception.
 */
class CausesTest {

    @TempDir
    private static Path directory;

    private static OrgCertificates certificates;

    private SSLContext before;

    @BeforeAll
    static void certify() throws IOException, GeneralSecurityException {
        certificates = new OrgCertificates(directory);
    }

    @AfterEach
    void trustAsBefore() {
        if (before != null) {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void a_certificate_of_an_authority_we_trust_is_accepted() throws Exception {
        trustTheAuthority();
        try (TlsOrg org = new TlsOrg(certificates.server("ip:127.0.0.1", "-1d"))) {
            assertInstanceOf(Reading.Absent.class, read(org.url()));
        }
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_told() throws Exception {
        told(
                certificates.server("ip:127.0.0.1", "-1d"),
                "a certificate that Java does not trust",
                "javax.net.ssl.trustStore");
    }

    @Test
    void a_certificate_for_another_host_is_told() throws Exception {
        trustTheAuthority();
        told(certificates.server("dns:other.example", "-1d"), "a certificate for another host", "SALESFORCE_LOGIN_URL");
    }

    @Test
    void an_expired_certificate_is_told_with_our_clock() throws Exception {
        trustTheAuthority();
        told(certificates.server("ip:127.0.0.1", "-10d"), "has expired", "the clock of this machine");
    }

    @Test
    void a_certificate_of_tomorrow_is_told_with_our_clock() throws Exception {
        trustTheAuthority();
        told(certificates.server("ip:127.0.0.1", "+2d"), "is not valid yet", "the clock of this machine");
    }

    private void told(KeyStore certificate, String cause, String mend) throws Exception {
        try (TlsOrg org = new TlsOrg(certificate)) {
            told(org.url(), cause, mend);
        }
    }

    @Test
    void a_server_without_tls_is_told() {
        try (EndlessHeaders plain = new EndlessHeaders()) {
            told(plain.url().replace("http:", "https:"), "does not answer in TLS", "SALESFORCE_LOGIN_URL");
        }
    }

    @Test
    void a_name_that_nobody_knows_is_told() {
        told("https://acme.my.salesforce.invalid", "is not known here", "DNS");
    }

    @Test
    void an_address_nobody_listens_at_is_told() {
        told("http://127.0.0.1:1", "refuses the connection", "SALESFORCE_LOGIN_URL");
    }

    @Test
    void a_page_of_somebody_in_between_is_told() {
        try (WireOrg org = new WireOrg()) {
            org.loginAnswering(answer(200, "<html>Welcome to the hotel</html>", "Content-Type", "text/html"));
            told(org.url(), "is no JSON that Salesforce could have sent (HTTP 200, text/html)", "sign-in page");
            org.loginAnswering(answer(400, "<html>Blocked</html>", "Content-Type", "text/html"));
            told(org.url(), "HTTP 400, text/html", "firewall");
        }
    }

    @Test
    void a_silent_org_is_told_without_a_guess() {
        try (WireOrg org = new WireOrg()) {
            org.loginAnswering(org.stall());
            SalesforceConfiguration impatient = org.configuration()
                    .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(20));
            Reading<Contract> reading = new ContractReader(
                            new SalesforceSession(impatient, Clock.systemUTC()), Mapping::tailback)
                    .find("800000000000001AAA");
            assertEquals(
                    "Cannot sign in to Salesforce: No whole answer came from Salesforce at "
                            + org.url().substring(7) + " within 1000 ms.",
                    ((Reading.Unavailable<Contract>) reading).reason());
        }
    }

    @Test
    void a_clock_that_is_wrong_is_told_when_a_login_is_refused() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(90));
        try (WireOrg org = new WireOrg()) {
            org.loginAnswering(
                    answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"audience is invalid\"}"));
            Reading<Contract> reading = new ContractReader(
                            new SalesforceSession(org.configuration(), ahead), Mapping::tailback)
                    .find("800000000000001AAA");
            String reason = assertInstanceOf(Reading.Refused.class, reading).reason();
            assertTrue(reason.contains("min ahead of the clock there: set it."), reason);
        }
    }

    private void told(String url, String cause, String mend) {
        String reason = ((Reading.Unavailable<Contract>) read(url)).reason();
        assertTrue(reason.contains(cause), reason);
        assertTrue(reason.contains(mend), reason);
        assertFalse(reason.contains("Exception") || reason.contains("PKIX") || reason.contains("java."), reason);
        SalesforceConfiguration there = SalesforceConfiguration.of(url, "tailback", "wire-secret", null)
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
        Delivery delivery = new UsageWriter(new SalesforceSession(there, Clock.systemUTC()), Mapping::tailback)
                .upsert(List.of(new UsageSnapshot(new UUID(7, 1), "a01000000000001AAA", 1, 1, false, "ad")));
        assertTrue(
                assertInstanceOf(Delivery.Unavailable.class, delivery).reason().contains(cause));
    }

    private static Reading<Contract> read(String url) {
        SalesforceConfiguration there = SalesforceConfiguration.of(url, "tailback", "wire-secret", null)
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
        return new ContractReader(new SalesforceSession(there, Clock.systemUTC()), Mapping::tailback)
                .find("800000000000001AAA");
    }

    private void trustTheAuthority() throws IOException, GeneralSecurityException {
        before = SSLContext.getDefault();
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates.trust());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        SSLContext.setDefault(tls);
    }
}
