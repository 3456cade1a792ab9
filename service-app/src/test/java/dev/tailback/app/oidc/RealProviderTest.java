package dev.tailback.app.oidc;

import static dev.tailback.app.oidc.Traveller.location;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Line;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a provider that speaks the standard and was not written here: it checks the challenge and takes a code once. */
class RealProviderTest {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(new OAuth2Config(true));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Line line;
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        PROVIDER.start(InetAddress.getLoopbackAddress(), 0);
        line = Line.with(Map.of(
                "tailback.oidc.issuer",
                PROVIDER.issuerUrl("company").toString(),
                "tailback.oidc.client-id",
                "tailback",
                "tailback.oidc.client-secret",
                "a secret of ours",
                "tailback.oidc.roles-claim",
                "realm_access.roles",
                "tailback.oidc.roles",
                "service=cn=ads,ou=groups; admin=it",
                "tailback.oidc.name-claim",
                "email",
                "tailback.oidc.answer-within",
                "20s",
                "tailback.public-url",
                "https://ads.example"));
        server = line.bean(EmbeddedServer.class);
    }

    @AfterAll
    static void end() {
        line.close();
        PROVIDER.shutdown();
    }

    @Test
    void a_person_logs_in_at_the_provider_and_comes_back_to_the_page_asked_for() throws Exception {
        Browser browser = Browser.at(server);
        assertTrue(browser.open("/login?next=/ads").body().contains("href=\"/login/oidc?next=%2Fads\""));
        String callback = passes(browser, "/ads");
        assertEquals("/ads", location(browser.open(callback)));
        assertEquals(200, browser.open("/ads").statusCode());
        String account = browser.open("/api/accounts/jo@example.com").body();
        assertTrue(account.contains("\"roles\":[\"service\"]"), account);
        assertTrue(location(browser.open(callback)).startsWith("/login?failed=expired"), "a code is worth one login");
    }

    @Test
    void accounts_with_a_password_log_in_beside_it() {
        assertEquals(303, Browser.at(server).logIn("service", "tailback").statusCode());
    }

    @Test
    void a_code_of_one_browser_is_worth_nothing_with_the_state_of_another() throws Exception {
        Browser victim = Browser.at(server);
        String stolen =
                Traveller.query(URI.create(passes(victim, "/")).getRawQuery()).get("code");
        Traveller thief = new Traveller(server).leaves("/");
        HttpResponse<String> answer = thief.returns("code=" + stolen + "&state=" + thief.told("state"));
        assertTrue(location(answer).startsWith("/login?failed="), location(answer));
    }

    /** @return the path that the provider sends the browser back to */
    private static String passes(Browser browser, String next) throws IOException, InterruptedException {
        URI provider = URI.create(location(browser.open("/login/oidc?next=" + Traveller.encoded(next))));
        String claims = "{\"email\":\"jo@example.com\",\"realm_access\":{\"roles\":[\"x\",\"cn=ads,ou=groups\"]}}";
        HttpRequest login = HttpRequest.newBuilder(provider)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=jo&claims=" + Traveller.encoded(claims)))
                .build();
        URI back = URI.create(HTTP.send(login, BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow());
        assertEquals("ads.example", back.getHost());
        return back.getRawPath() + "?" + back.getRawQuery();
    }
}
