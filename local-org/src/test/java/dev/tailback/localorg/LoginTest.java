package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import dev.tailback.localorg.users.Accounts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flows beside client credentials and password. */
class LoginTest {
    private static final String JWT = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";

    @TempDir
    private Path keys;

    private KeyPair pair;
    private LocalOrg org;
    private Client nobody;

    @BeforeEach
    void start() throws Exception {
        pair = keyPair();
        Files.writeString(
                keys.resolve("app.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        org = LocalOrg.start(Orchard.options()
                .withAccounts(Accounts.standard().withJwtKeys(keys).withRefreshToken("kept")));
        nobody = Client.nobody(org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private static KeyPair keyPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private Answer token(String form) {
        return nobody.form("/services/oauth2/token", form);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String assertion(KeyPair signer, String issuer, String subject, String audience, long seconds)
            throws Exception {
        String claims = "{\"iss\":\"" + issuer + "\",\"sub\":\"" + subject + "\",\"aud\":\"" + audience + "\",\"exp\":"
                + (Instant.now().getEpochSecond() + seconds) + "}";
        String content = encoded("{\"alg\":\"RS256\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private String assertion(String audience, long seconds) throws Exception {
        return assertion(pair, "tailback", "sales@tailback.local", audience, seconds);
    }

    @Test
    void an_assertion_signed_with_a_known_key_logs_its_subject_in() throws Exception {
        for (String audience :
                new String[] {"https://login.salesforce.com", org.uri().toString()}) {
            JsonNode body = token(JWT + assertion(audience, 180)).body();
            assertEquals("Bearer", body.path("token_type").asText(), body::toString);
            assertFalse(body.has("refresh_token"));
            assertEquals(
                    "sales@tailback.local",
                    nobody.with(body.path("access_token").asText())
                            .get("/services/oauth2/userinfo")
                            .body()
                            .path("username")
                            .asText());
        }
    }

    private void refused(String assertion, String error, String description) {
        Answer answer = token(JWT + assertion);
        assertEquals(400, answer.status());
        assertEquals(error, answer.body().path("error").asText());
        assertEquals(description, answer.body().path("error_description").asText());
    }

    @Test
    void an_assertion_that_is_wrong_in_any_part_is_refused() throws Exception {
        String login = "https://login.salesforce.com";
        refused(
                assertion(keyPair(), "tailback", "sales@tailback.local", login, 180),
                "invalid_grant",
                "invalid assertion");
        refused(
                assertion(pair, "other", "sales@tailback.local", login, 180),
                "invalid_client_id",
                "client identifier invalid");
        refused(
                assertion(pair, "tailback", "nobody@tailback.local", login, 180),
                "invalid_grant",
                "user hasn't approved this consumer");
        refused(assertion("https://example.com", 180), "invalid_grant", "audience is invalid");
        refused(assertion(login, -10), "invalid_grant", "token validity expired");
        refused("x.y", "invalid_grant", "invalid assertion");
        refused("%25.%25.%25", "invalid_grant", "invalid assertion");
    }

    @Test
    void a_directory_of_keys_that_cannot_be_read_stops_the_start() throws Exception {
        Files.writeString(keys.resolve("broken.pem"), "nothing");
        LocalOrgOptions options =
                Orchard.options().withAccounts(Accounts.standard().withJwtKeys(keys));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> LocalOrg.start(options))
                .getMessage()
                .contains("broken.pem"));
    }

    @Test
    void a_refresh_token_gives_new_access_until_it_is_revoked() {
        String refresh = "grant_type=refresh_token&client_id=tailback&refresh_token=kept";
        JsonNode body = token(refresh).body();
        assertFalse(body.has("refresh_token"));
        assertEquals(
                200,
                nobody.with(body.path("access_token").asText())
                        .get(API + "/limits")
                        .status());
        assertEquals(200, nobody.form("/services/oauth2/revoke", "token=kept").status());
        assertEquals(
                "expired access/refresh token",
                token(refresh).body().path("error_description").asText());
    }

    @Test
    void the_web_server_flow_gives_a_code_once_and_a_refresh_token_for_it() {
        String location = nobody.get("/services/oauth2/authorize?response_type=code&client_id=tailback&state=s"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%2Fback&login_hint=finance%40tailback.local")
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertTrue(location.startsWith("http://localhost/back?code="), location);
        assertTrue(location.endsWith("&state=s"), location);
        String code = location.replaceAll(".*code=([^&]+).*", "$1");
        String form = "grant_type=authorization_code&client_id=tailback&client_secret=local-org&code=" + code
                + "&redirect_uri=http%3A%2F%2Flocalhost%2Fback";
        String refresh = token(form).body().path("refresh_token").asText();
        assertFalse(refresh.isEmpty());
        assertEquals("invalid_grant", token(form).body().path("error").asText());
        assertEquals(
                200,
                token("grant_type=refresh_token&client_id=tailback&client_secret=local-org&refresh_token=" + refresh)
                        .status());
    }

    @Test
    void a_token_can_be_asked_about() {
        Client sales = Client.as("sales", org);
        String form = "client_id=tailback&client_secret=local-org&token=";
        JsonNode alive =
                nobody.form("/services/oauth2/introspect", form + sales.token()).body();
        assertTrue(alive.path("active").asBoolean());
        assertEquals("sales@tailback.local", alive.path("username").asText());
        assertFalse(nobody.form("/services/oauth2/introspect", form + "x")
                .body()
                .path("active")
                .asBoolean());
    }

    @Test
    void soap_login_is_refused_with_a_fault() {
        Answer answer = nobody.send("POST", "/services/Soap/u/60.0", "text/xml", "<login/>");
        assertEquals(500, answer.status());
        assertTrue(answer.raw().body().contains("INVALID_OPERATION: SOAP API login() is disabled"));
    }
}
