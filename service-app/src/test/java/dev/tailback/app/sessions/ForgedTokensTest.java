package dev.tailback.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.OneClient;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Tokens that people write for themselves open nothing, neither as a bearer token nor as the cookie of a browser. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensTest implements TestPropertyProvider {

    private static final String SECRET = "the-session-secret-of-this-test-0123456789";

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("tailback.session-secret", SECRET);
        return properties;
    }

    @Test
    void a_token_of_ours_is_signed_with_hs256() throws Exception {
        SignedJWT token = SignedJWT.parse(issued());
        assertEquals(JWSAlgorithm.HS256, token.getHeader().getAlgorithm());
        assertTrue(token.getSignature().decode().length == 32, token.getParsedString());
        assertEquals(200, asBearer(issued()));
        assertEquals(200, asCookie(issued()));
    }

    @TestFactory
    Stream<DynamicTest> a_token_that_is_not_ours_opens_nothing() throws Exception {
        return forgeries().entrySet().stream()
                .map(forgery -> DynamicTest.dynamicTest(forgery.getKey(), () -> {
                    assertEquals(401, asBearer(forgery.getValue()), "as a bearer token");
                    assertEquals(401, asCookie(forgery.getValue()), "as a cookie");
                }));
    }

    private Map<String, String> forgeries() throws Exception {
        String[] ours = issued().split("\\.");
        Map<String, String> forgeries = new LinkedHashMap<>();
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            forgeries.put("unsigned as '" + none + "'", unsigned("{\"alg\":\"" + none + "\"}", claims()));
        }
        forgeries.put("unsigned with a type", unsigned("{\"alg\":\"none\",\"typ\":\"JWT\"}", claims()));
        forgeries.put("no algorithm at all", unsigned("{}", claims()));
        forgeries.put("unsigned with a signature of ours", unsigned("{\"alg\":\"none\"}", claims()) + ours[2]);
        forgeries.put("our claims, unsigned", base64("{\"alg\":\"none\"}") + "." + ours[1] + ".");
        forgeries.put("ours without its signature", ours[0] + "." + ours[1] + ".");
        forgeries.put("ours in two parts", ours[0] + "." + ours[1]);
        forgeries.put("ours with other claims", ours[0] + "." + base64(claims()) + "." + ours[2]);
        forgeries.put("ours with another header", base64("{\"alg\":\"HS512\"}") + "." + ours[1] + "." + ours[2]);
        forgeries.put("ours, signature cut", ours[0] + "." + ours[1] + "." + ours[2].substring(0, 20));
        forgeries.put("an empty key", signed(JWSAlgorithm.HS256, "\0".repeat(32), claims()));
        forgeries.put("another key", signed(JWSAlgorithm.HS256, "x".repeat(64), claims()));
        forgeries.put("HS384 with our secret", signed(JWSAlgorithm.HS384, SECRET + SECRET, claims()));
        forgeries.put("HS512 with our secret", signed(JWSAlgorithm.HS512, SECRET + SECRET, claims()));
        forgeries.put("RS256 with a key of one's own", rsa());
        forgeries.put(
                "expired",
                signed(JWSAlgorithm.HS256, SECRET, claims(Instant.now().minusSeconds(5))));
        forgeries.put("without an end", signed(JWSAlgorithm.HS256, SECRET, Map.of("sub", "admin", "jti", "1")));
        forgeries.put("without an id", signed(JWSAlgorithm.HS256, SECRET, withoutId()));
        forgeries.put("signed by us, but a session that never was", signed(JWSAlgorithm.HS256, SECRET, claims()));
        forgeries.put("longer than any of ours", "a".repeat(5_000) + "." + "b".repeat(2_000) + ".c");
        forgeries.put("for a name without account", signed(JWSAlgorithm.HS256, SECRET, claimsOf("nobody")));
        forgeries.put("not a token", "admin");
        forgeries.put("dots", "..");
        forgeries.put("five parts", "a.b.c.d.e");
        return forgeries;
    }

    private static Map<String, Object> claims() {
        return claimsOf("admin");
    }

    private static Map<String, Object> claimsOf(String name) {
        return Map.of(
                "sub", name,
                "jti", UUID.randomUUID().toString(),
                "roles", List.of("operator", "admin"),
                "iss", "service-app",
                "exp", Instant.now().plusSeconds(3_600).getEpochSecond());
    }

    private static Map<String, Object> withoutId() {
        return Map.of("sub", "admin", "exp", Instant.now().plusSeconds(3_600).getEpochSecond());
    }

    private static Map<String, Object> claims(Instant end) {
        return Map.of("sub", "admin", "roles", List.of("operator"), "exp", end.getEpochSecond());
    }

    private static String unsigned(String header, Map<String, Object> claims) throws ParseException {
        return base64(header) + "." + base64(claims) + ".";
    }

    private static String signed(JWSAlgorithm algorithm, String key, Map<String, Object> claims)
            throws JOSEException, ParseException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), JWTClaimsSet.parse(claims));
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private static String rsa() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .subject("admin")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        token.sign(new RSASSASigner(
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));
        return token.serialize();
    }

    private static String base64(Map<String, Object> claims) throws ParseException {
        return base64(JWTClaimsSet.parse(claims).toString());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String issued() {
        return Caller.as("operator", server)
                .post("/api/token", "")
                .body()
                .replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }

    private int asBearer(String token) {
        return Caller.withToken(token, server).get("/api/ads").statusCode();
    }

    private int asCookie(String token) throws Exception {
        URI address = server.getURI().resolve("/api/ads");
        return OneClient.HTTP
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Cookie", "tailback_session=" + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void a_session_of_a_browser_is_signed_too() throws Exception {
        String cookie = Browser.at(server).logIn("service", "tailback").headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("tailback_session="))
                .findFirst()
                .orElseThrow()
                .replaceFirst("tailback_session=([^;]*);.*", "$1");
        assertEquals(JWSAlgorithm.HS256, SignedJWT.parse(cookie).getHeader().getAlgorithm());
    }
}
