package dev.tailback.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Login, reads and writes go through a real forward proxy, and a proxy that refuses is told as what it is. */
class ProxyTest {

    @TempDir
    private static Path directory;

    private static TlsOrg org;
    private static Path trust;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        OrgCertificates certificates = new OrgCertificates(directory);
        org = new TlsOrg(certificates.server("ip:127.0.0.1", "-1d"));
        trust = directory.resolve("trust.p12");
        try (OutputStream file = Files.newOutputStream(trust)) {
            certificates.trust().store(file, OrgCertificates.PASSWORD.toCharArray());
        }
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void login_reads_and_writes_go_through_an_open_proxy() throws IOException {
        try (ForwardProxy proxy = ForwardProxy.open()) {
            String said =
                    run(org.url(), Map.of("SALESFORCE_PROXY_HOST", "127.0.0.1", "SALESFORCE_PROXY_PORT", port(proxy)));
            assertTrue(said.contains("read Absent"), said);
            assertTrue(said.contains("write OutcomeUnknown"), said);
            assertFalse(proxy.passed().isEmpty());
            assertTrue(
                    proxy.passed().stream().allMatch(org.url()::endsWith),
                    () -> proxy.passed().toString());
        }
    }

    @Test
    void a_proxy_that_asks_who_we_are_is_told_and_nobody_behind_it() throws IOException {
        try (ForwardProxy proxy = ForwardProxy.asking(basic("worker", "se:cret"))) {
            String said = run(org.url(), as(proxy, "worker", "se:cret"));
            assertTrue(said.contains("read Absent"), said);
            assertFalse(org.headers().contains("proxy-authorization"));
        }
    }

    @Test
    void a_plain_org_is_reached_through_a_proxy_that_asks_too() throws IOException {
        try (ForwardProxy proxy = ForwardProxy.asking(basic("worker", "secret"));
                WireOrg plain = new WireOrg()) {
            plain.answering(WireOrg.answer(200, "{\"totalSize\":0,\"done\":true,\"records\":[]}"));
            String said = run(plain.url(), as(proxy, "worker", "secret"));
            assertTrue(said.contains("read Absent"), said);
            assertEquals(2, plain.requests().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"worker,wrong", "'',''"})
    void a_proxy_that_does_not_know_us_is_an_outage_with_its_mend(String user, String password) throws IOException {
        try (ForwardProxy proxy = ForwardProxy.asking(basic("worker", "secret"))) {
            String said = run(org.url(), as(proxy, user, password));
            assertTrue(said.contains("read Unavailable[code=LOGIN_UNAVAILABLE"), said);
            assertTrue(said.contains("write Unavailable[httpStatus=OptionalInt.empty, code=LOGIN_UNAVAILABLE"), said);
            assertTrue(said.contains("SALESFORCE_PROXY_PASSWORD"), said);
            assertTrue(proxy.passed().isEmpty());
        }
    }

    @Test
    void a_proxy_that_lets_nobody_through_to_salesforce_is_told() throws IOException {
        try (ForwardProxy proxy = ForwardProxy.refusing(403)) {
            String said = run(org.url(), as(proxy, "", ""));
            assertTrue(
                    said.contains("The proxy opens no way to Salesforce at "
                            + org.url().substring(8)),
                    said);
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_named() throws IOException {
        String said = run(org.url(), Map.of("SALESFORCE_PROXY_HOST", "127.0.0.1", "SALESFORCE_PROXY_PORT", "1"));
        assertTrue(said.contains("The proxy 127.0.0.1:1 refuses the connection"), said);
        assertTrue(said.contains("SALESFORCE_PROXY_HOST"), said);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://proxy:3128,3128,-,-,SALESFORCE_PROXY_HOST is no host",
                "pro xy,3128,-,-,SALESFORCE_PROXY_HOST is no host",
                "proxy,-,-,-,SALESFORCE_PROXY_PORT is ''",
                "proxy,0,-,-,SALESFORCE_PROXY_PORT is '0'",
                "proxy,70000,-,-,SALESFORCE_PROXY_PORT is '70000'",
                "proxy,3128,us:er,word,SALESFORCE_PROXY_USER",
                "proxy,3128,-,word,SALESFORCE_PROXY_PASSWORD is set",
                "-,3128,-,-,SALESFORCE_PROXY_PORT is set",
                "-,-,user,-,SALESFORCE_PROXY_USER is set",
            })
    void a_wrong_value_is_named_in_one_sentence(String host, String port, String user, String password, String said) {
        var failure =
                assertThrows(IllegalArgumentException.class, () -> SalesforceProxy.of(host, port, user, password));
        assertTrue(failure.getMessage().startsWith(said), failure.getMessage());
        assertTrue(failure.getMessage().contains("set it to"), failure.getMessage());
        assertFalse(failure.getMessage().contains("word\""), failure.getMessage());
    }

    @Test
    void no_text_shows_the_password_of_the_proxy() {
        SalesforceConfiguration configuration = SalesforceConfiguration.of(
                        "https://a.my.salesforce.com", "id", "s", null)
                .withProxy("proxy", "3128", "worker", "pass-of-proxy");
        assertFalse(configuration.toString().contains("pass-of-proxy"));
        assertFalse(configuration
                .toString()
                .contains(basic("worker", "pass-of-proxy").substring(6)));
    }

    private static Map<String, String> as(ForwardProxy proxy, String user, String password) {
        return Map.of(
                "SALESFORCE_PROXY_HOST",
                "127.0.0.1",
                "SALESFORCE_PROXY_PORT",
                port(proxy),
                "SALESFORCE_PROXY_USER",
                user,
                "SALESFORCE_PROXY_PASSWORD",
                password);
    }

    private static String port(ForwardProxy proxy) {
        return String.valueOf(proxy.port());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String run(String url, Map<String, String> environment) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Djavax.net.ssl.trustStore=" + trust,
                "-Djavax.net.ssl.trustStorePassword=" + OrgCertificates.PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                ProxiedCalls.class.getName());
        program.environment().putAll(environment);
        program.environment().put("SALESFORCE_LOGIN_URL", url);
        Process running = program.redirectErrorStream(true).start();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
