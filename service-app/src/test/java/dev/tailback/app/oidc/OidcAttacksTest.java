package dev.tailback.app.oidc;

import static dev.tailback.app.oidc.Traveller.location;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.tailback.app.ledger.MovableClock;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.LogLines;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A provider that lies, floods and hangs, and people who play with what goes to and fro. Each attack ends in a sentence. */
class OidcAttacksTest {

    private static LyingProvider provider;
    private static Line line;
    private static EmbeddedServer server;
    private LogLines log;

    /** One wrong thing in an ID token that is honest otherwise. */
    private record Lie(String what, Function<JWTClaimsSet.Builder, String> token, String why, String cause) {}

    @BeforeAll
    static void start() {
        provider = new LyingProvider();
        line = Line.with(Map.of(
                "tailback.oidc.issuer",
                provider.issuer(),
                "tailback.oidc.client-id",
                LyingProvider.CLIENT,
                "tailback.oidc.label",
                "Example ID",
                "tailback.public-url",
                "https://ads.example",
                "tailback.password-login",
                "false"));
        server = line.bean(EmbeddedServer.class);
    }

    @AfterAll
    static void end() {
        line.close();
        provider.close();
    }

    @BeforeEach
    void listen() {
        log = new LogLines();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @TestFactory
    Stream<DynamicTest> an_id_token_with_one_wrong_thing_opens_nothing() {
        return Stream.of(
                        new Lie("wrong issuer", c -> sign(c.issuer("https://evil.example")), "untrusted", "issuer"),
                        new Lie("wrong audience", c -> sign(c.audience("another")), "untrusted", "audience"),
                        new Lie(
                                "for us among others, given to another",
                                c -> sign(c.audience(List.of(LyingProvider.CLIENT, "b"))
                                        .claim("azp", "b")),
                                "untrusted",
                                "azp"),
                        new Lie("wrong nonce", c -> sign(c.claim("nonce", "another")), "untrusted", "nonce"),
                        new Lie("no nonce", c -> sign(c.claim("nonce", null)), "untrusted", "nonce"),
                        new Lie(
                                "expired",
                                c -> sign(
                                        c.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                                "untrusted",
                                "Expired"),
                        new Lie(
                                "from the future",
                                c -> sign(c.issueTime(Date.from(Instant.now().plusSeconds(3600)))
                                        .expirationTime(Date.from(Instant.now().plusSeconds(7200)))),
                                "untrusted",
                                "ahead"),
                        new Lie("no end", c -> sign(c.expirationTime(null)), "untrusted", "exp"),
                        new Lie("no subject", c -> sign(c.subject(null)), "untrusted", "sub"),
                        new Lie("alg none", c -> new PlainJWT(c.build()).serialize(), "untrusted", "Signed"),
                        new Lie(
                                "HS256 with the public key",
                                OidcAttacksTest::publicKeyAsSecret,
                                "untrusted",
                                "algorithm"),
                        new Lie("key unknown", c -> foreign(c, "no-such-key"), "untrusted", "key"),
                        new Lie(
                                "another key under a known id",
                                c -> foreign(c, provider.key().getKeyID()),
                                "untrusted",
                                "signature"),
                        new Lie("no token at all", c -> "no.token.this", "unavailable", "redeemed"),
                        new Lie("roles claim missing", c -> sign(c.claim("roles", null)), "no-role", "not there"),
                        new Lie("roles claim a number", c -> sign(c.claim("roles", 7)), "no-role", "neither a text"),
                        new Lie(
                                "roles claim an object",
                                c -> sign(c.claim("roles", Map.of("service", true))),
                                "no-role",
                                "neither a text"),
                        new Lie(
                                "roles unknown",
                                c -> sign(c.claim("roles", List.of("root", 5))),
                                "no-role",
                                "none of its values"),
                        new Lie("no name", c -> sign(c.claim("preferred_username", null)), "no-name", "no name"),
                        new Lie(
                                "name with bad characters",
                                c -> sign(c.claim("preferred_username", "<b>jo</b>\u0000\u202e")),
                                "no-name",
                                "no name"),
                        new Lie(
                                "name of 10,000 characters",
                                c -> sign(c.claim("preferred_username", "x".repeat(10_000))),
                                "no-name",
                                "no name"),
                        new Lie("name not a text", c -> sign(c.claim("preferred_username", 5)), "no-name", "no name"),
                        new Lie(
                                "name of the program itself",
                                c -> sign(c.claim("preferred_username", "Tailback")),
                                "no-name",
                                "no name"))
                .map(lie -> DynamicTest.dynamicTest(lie.what(), () -> assertOpensNothing(lie)));
    }

    private void assertOpensNothing(Lie lie) {
        Traveller traveller = new Traveller(server).leaves("/ads");
        provider.gives(lie.token().apply(provider.honest("liar", traveller.told("nonce"))));
        HttpResponse<String> answer = traveller.returns();
        traveller.assertFailed(answer, lie.why(), english(lie.why()), german(lie.why()));
        assertTrue(location(answer).contains("next=%2Fads"), location(answer));
        List<String> told = log.lines().stream()
                .filter(entry -> entry.contains("A login by the provider failed (" + lie.why() + ")"))
                .toList();
        assertTrue(told.stream().anyMatch(entry -> entry.contains(lie.cause())), () -> lie.what() + ": " + told);
        assertTrue(told.stream().noneMatch(entry -> entry.contains("eyJ") || entry.length() > 700), told.toString());
    }

    @Test
    void an_honest_token_opens_a_session_with_the_roles_of_the_claim() {
        Traveller traveller = new Traveller(server).leaves("/ads?state=Waiting");
        provider.gives(provider.honest("Hanna@Example.com", traveller.told("nonce"))
                .claim("roles", List.of("service", "finance", "else"))
                .build());
        HttpResponse<String> answer =
                traveller.returns("session_state=s&authuser=0&code=c-1&state=" + traveller.told("state"));
        assertEquals("/ads?state=Waiting", location(answer), log.text());
        assertEquals(200, traveller.browser().open("/ads").statusCode());
        String account =
                traveller.browser().open("/api/accounts/hanna@example.com").body();
        assertTrue(account.contains("\"roles\":[\"service\",\"finance\"]"), account);
        assertTrue(account.contains("\"origin\":\"provider\",\"issuer\":\"" + provider.issuer() + "\""), account);
    }

    @Test
    void the_way_to_the_provider_has_state_nonce_and_a_challenge_of_s256() {
        Traveller traveller = new Traveller(server).leaves("/");
        assertEquals("code", traveller.told("response_type"));
        assertEquals("S256", traveller.told("code_challenge_method"));
        assertEquals("https://ads.example/login/oidc/callback", traveller.told("redirect_uri"));
        assertTrue(traveller.told("scope").contains("openid"));
        Traveller other = new Traveller(server).leaves("/");
        for (String name : List.of("state", "nonce", "code_challenge")) {
            assertEquals(43, traveller.told(name).length(), name);
            assertTrue(!traveller.told(name).equals(other.told(name)), name + " is another each time");
        }
    }

    @Test
    void a_state_counts_once() {
        Traveller traveller = new Traveller(server).leaves("/");
        String cookies = traveller.browser().cookies();
        provider.gives(provider.honest("once", traveller.told("nonce")).build());
        assertEquals("/", location(traveller.returns()));
        HttpResponse<String> replayed = Caller.anonymous(server)
                .send(
                        "GET",
                        "/login/oidc/callback?code=c-1&state=" + traveller.told("state"),
                        "text/html",
                        "",
                        "Cookie",
                        cookies);
        assertTrue(location(replayed).startsWith("/login?failed=expired"), location(replayed));
    }

    @Test
    void the_state_of_another_browser_logs_nobody_in() {
        Traveller attacker = new Traveller(server).leaves("/");
        provider.gives(provider.honest("attacker", attacker.told("nonce")).build());
        Traveller victim = new Traveller(server).leaves("/");
        String query = "code=c-1&state=" + attacker.told("state");
        victim.assertFailed(victim.returns(query), "expired", english("expired"), german("expired"));
        Traveller another = new Traveller(server);
        another.assertFailed(another.returns(query), "expired", english("expired"), german("expired"));
    }

    @Test
    void a_departure_is_over_after_ten_minutes() {
        Traveller traveller = new Traveller(server).leaves("/");
        provider.gives(provider.honest("late", traveller.told("nonce")).build());
        line.bean(MovableClock.class).pass(Duration.ofMinutes(11));
        traveller.assertFailed(traveller.returns(), "expired", english("expired"), german("expired"));
    }

    @Test
    void a_code_that_the_provider_has_given_a_token_for_before_is_told() {
        provider.token(exchange -> LyingProvider.json(exchange, 400, "{\"error\":\"invalid_grant\"}"));
        Traveller traveller = new Traveller(server).leaves("/");
        traveller.assertFailed(traveller.returns(), "expired", english("expired"), german("expired"));
    }

    @Test
    void what_the_provider_says_instead_of_a_code_is_a_sentence() {
        assertSaid("error=access_denied&error_description=No%0AForged%20line", "denied", "access_denied");
        assertSaid("error=invalid_scope", "refused", "invalid_scope");
        assertSaid("error=" + "x".repeat(3_000), "refused", "xxx");
        assertSaid("iss=https%3A%2F%2Fevil.example&code=c-1", "untrusted", "evil.example");
        assertSaid("code=", "unavailable", "neither a code");
        assertTrue(log.lines().stream().noneMatch(entry -> entry.startsWith("Forged")), "one line each");
    }

    private void assertSaid(String query, String why, String cause) {
        Traveller traveller = new Traveller(server).leaves("/");
        HttpResponse<String> answer = traveller.returns(query + "&state=" + traveller.told("state"));
        traveller.assertFailed(answer, why, english(why), german(why));
        assertTrue(log.text().contains("(" + why + ")") && log.text().contains(cause), log.text());
    }

    @Test
    void a_token_endpoint_that_floods_fails_or_hangs_is_unavailable() {
        for (LyingProvider.Saying saying :
                List.of(LyingProvider.flood(), LyingProvider.failure(), provider.silence())) {
            provider.token(saying);
            Traveller traveller = new Traveller(server).leaves("/");
            traveller.assertFailed(traveller.returns(), "unavailable", english("unavailable"), german("unavailable"));
        }
        assertTrue(log.text().contains("larger than"), log.text());
        assertTrue(log.text().contains("answered 500"), log.text());
        assertTrue(log.text().contains("no whole answer within"), log.text());
    }

    @Test
    void a_new_key_of_the_provider_counts_at_once_and_the_old_one_no_more() {
        RSAKey old = provider.key();
        provider.changesItsKey();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            line.bean(MovableClock.class).pass(Duration.ofSeconds(11));
            Traveller traveller = new Traveller(server).leaves("/");
            provider.gives(provider.honest("rotated", traveller.told("nonce")).build());
            return location(traveller.returns()).equals("/");
        });
        Traveller traveller = new Traveller(server).leaves("/");
        provider.gives(signedBy(old, provider.honest("rotated", traveller.told("nonce")), old.getKeyID()));
        traveller.assertFailed(traveller.returns(), "untrusted", english("untrusted"), german("untrusted"));
    }

    @Test
    void next_never_leads_to_another_site() {
        for (String foreign : List.of("https://evil.example", "//evil.example", "/\\evil.example", "javascript:x")) {
            Traveller traveller = new Traveller(server).leaves(foreign);
            provider.gives(provider.honest("nextwise", traveller.told("nonce")).build());
            assertEquals("/", location(traveller.returns()), foreign);
        }
    }

    @Test
    void a_name_of_another_account_opens_nothing_of_it() {
        Traveller traveller = new Traveller(server).leaves("/");
        provider.gives(provider.honest("admin", traveller.told("nonce")).build());
        traveller.assertFailed(traveller.returns(), "name-taken", english("name-taken"), german("name-taken"));
        Traveller namesake = new Traveller(server).leaves("/");
        provider.gives(provider.honest("hermann", namesake.told("nonce")).build());
        assertEquals("/", location(namesake.returns()));
        Traveller other = new Traveller(server).leaves("/");
        provider.gives(provider.honest("Hermann", other.told("nonce"))
                .subject("another person")
                .build());
        other.assertFailed(other.returns(), "name-taken", english("name-taken"), german("name-taken"));
    }

    @Test
    void roles_are_those_of_the_last_login_and_without_one_nothing_stays_open() {
        Traveller first = signsIn("rosa", "service");
        signsIn("rosa", "viewer");
        String account = first.browser().open("/api/accounts/rosa").body();
        assertTrue(account.contains("\"roles\":[\"viewer\"]"), account);
        Traveller last = new Traveller(server).leaves("/");
        provider.gives(provider.honest("rosa", last.told("nonce"))
                .claim("roles", List.of())
                .build());
        last.assertFailed(last.returns(), "no-role", english("no-role"), german("no-role"));
        assertTrue(location(first.browser().open("/")).startsWith("/login"), "the older session ended");
    }

    @Test
    void an_admin_disables_what_the_claim_would_let_in_and_changes_neither_roles_nor_password() {
        Browser admin = signsIn("boss", "admin").browser();
        signsIn("dora", "service");
        admin.open("/accounts/dora");
        HttpResponse<String> roles = admin.submit("/accounts/dora/roles", "role", "admin", "reason", "a test");
        assertEquals(409, roles.statusCode());
        assertTrue(roles.body().contains("come from an OpenID provider"), roles.body());
        assertEquals(
                409, admin.submit("/accounts/dora/reset", "reason", "a test").statusCode());
        assertEquals(
                200, admin.submit("/accounts/dora/disable", "reason", "a test").statusCode());
        Traveller dora = new Traveller(server).leaves("/");
        provider.gives(provider.honest("dora", dora.told("nonce")).build());
        dora.assertFailed(dora.returns(), "disabled", english("disabled"), german("disabled"));
    }

    @Test
    void people_of_the_provider_have_no_password_to_change_and_make_tokens_by_a_fresh_login() {
        Browser tess = signsIn("tess", "operator").browser();
        String page = tess.open("/account").body();
        assertTrue(page.contains("so you have no password here"), page);
        HttpResponse<String> refused = tess.submit(
                "/account/password", "present", "x", "password", "seven green bottles", "again", "seven green bottles");
        assertEquals(409, refused.statusCode());
        HttpResponse<String> token =
                tess.submit("/account/tokens", "name", "t", "role", "operator", "days", "1", "present", "");
        assertTrue(token.body().contains("class=\"secret\""), token.body());
        line.bean(MovableClock.class).pass(Duration.ofMinutes(11));
        HttpResponse<String> later =
                tess.submit("/account/tokens", "name", "t", "role", "operator", "days", "1", "present", "");
        assertEquals(403, later.statusCode());
        assertTrue(later.body().contains("older than ten minutes"), later.body());
    }

    @Test
    void logging_out_leads_on_to_the_provider() {
        Browser lou = signsIn("lou", "viewer").browser();
        lou.open("/account");
        HttpResponse<String> answer = lou.submit("/logout");
        String refresh = answer.headers().firstValue("Refresh").orElse("");
        assertTrue(refresh.startsWith("0; url=" + provider.issuer() + "/end?"), refresh);
        assertTrue(refresh.contains("post_logout_redirect_uri=https%3A%2F%2Fads.example%2Flogin"), refresh);
        assertTrue(location(lou.open("/")).startsWith("/login"), "the session here has ended");
    }

    @Test
    void where_passwords_are_off_none_opens_anything() {
        HttpResponse<String> page = Browser.at(server).open("/login");
        assertTrue(page.body().contains("Log in with Example ID"), page.body());
        assertTrue(!page.body().contains("type=\"password\""), page.body());
        Browser browser = Browser.at(server);
        String token = browser.open("/login/again").body().replaceFirst("(?s).*\"formToken\":\"([^\"]+)\".*", "$1");
        for (String form : List.of("/login", "/login/again")) {
            HttpResponse<String> refused =
                    browser.submitWithToken(token, form, "name", "admin", "password", "tailback");
            assertEquals(401, refused.statusCode(), refused.body());
        }
        assertEquals(401, Caller.as("admin", server).get("/api/accounts").statusCode());
    }

    @Test
    void a_form_that_came_too_late_is_shown_again_after_a_login_in_another_tab() {
        Browser ida = signsIn("ida", "service").browser();
        String token = ida.formToken();
        ida.open("/account");
        ida.submit("/logout");
        HttpResponse<String> kept = ida.keepForm(token, "/ads", "title", "Not lost");
        assertTrue(kept.body().contains("id=\"show-kept\"") && kept.body().contains("Not lost"), kept.body());
        HttpResponse<String> tooEarly = ida.submitFromPage("/login/keep?to=%2Fads", "title", "Not lost");
        assertEquals(401, tooEarly.statusCode());
        Traveller tab = new Traveller(ida).leaves("/login/done");
        provider.gives(provider.honest("ida", tab.told("nonce")).build());
        assertEquals("/login/done", location(tab.returns()));
        HttpResponse<String> shown = ida.submitFromPage("/login/keep?to=%2Fads", "title", "Not lost");
        assertEquals(200, shown.statusCode());
        assertTrue(shown.body().contains("action=\"/ads\"") && shown.body().contains("Not lost"), shown.body());
    }

    private Traveller signsIn(String name, String role) {
        Traveller traveller = new Traveller(server).leaves("/");
        provider.gives(provider.honest(name, traveller.told("nonce"))
                .claim("roles", role)
                .build());
        assertEquals("/", location(traveller.returns()), log.text());
        return traveller;
    }

    private static String sign(JWTClaimsSet.Builder claims) {
        return provider.signed(claims.build());
    }

    private static String foreign(JWTClaimsSet.Builder claims, String keyId) {
        return signedBy(LyingProvider.newKey(), claims, keyId);
    }

    private static String signedBy(RSAKey key, JWTClaimsSet.Builder claims, String keyId) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
            return LyingProvider.signed(claims.build(), header, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicKeyAsSecret(JWTClaimsSet.Builder claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(provider.key().getKeyID())
                    .build();
            byte[] published = provider.key().toPublicJWK().toRSAPublicKey().getEncoded();
            return LyingProvider.signed(claims.build(), header, new MACSigner(published));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String english(String why) {
        return Map.of(
                        "untrusted", "could not be proved to come from your provider",
                        "unavailable", "Your provider does not answer as it should",
                        "expired", "used already, or was begun in another browser",
                        "denied", "The login was cancelled",
                        "refused", "Your provider refused the login",
                        "no-role", "gives you no role here",
                        "no-name", "gives no name that an account here can have",
                        "name-taken", "There is an account of your name here already",
                        "disabled", "Your account is disabled")
                .get(why);
    }

    private static String german(String why) {
        return Map.of(
                        "untrusted", "Es ist nicht bewiesen",
                        "unavailable", "Ihr Anbieter antwortet nicht so",
                        "expired", "in einem anderen Browser begonnen",
                        "denied", "Die Anmeldung wurde abgebrochen",
                        "refused", "Ihr Anbieter hat die Anmeldung",
                        "no-role", "gibt Ihnen hier aber keine Rolle",
                        "no-name", "nennt keinen Namen",
                        "name-taken", "Ein Konto mit Ihrem Namen",
                        "disabled", "Ihr Konto ist gesperrt")
                .get(why);
    }
}
