package dev.tailback.app.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An OpenID provider that says whatever a test wants. Nobody is asked for a password: every code is taken. */
final class LyingProvider implements AutoCloseable {

    static final String CLIENT = "tailback";

    /** What one of its places answers. */
    interface Saying {
        void to(HttpExchange exchange) throws IOException;
    }

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile RSAKey key = newKey();
    private volatile Saying configuration = exchange -> json(exchange, 200, honestConfiguration());
    private volatile Saying keys = exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    private volatile Saying token = exchange -> json(exchange, 400, "{\"error\":\"invalid_grant\"}");

    LyingProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", exchange -> configuration.to(exchange));
        server.createContext("/keys", exchange -> keys.to(exchange));
        server.createContext("/token", exchange -> token.to(exchange));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    RSAKey key() {
        return key;
    }

    /** Another key from now on, under another id. */
    void changesItsKey() {
        key = newKey();
    }

    void configuration(Saying saying) {
        configuration = saying;
    }

    void token(Saying saying) {
        token = saying;
    }

    /** The next codes are redeemed with this ID token. */
    void gives(String idToken) {
        token = exchange -> json(
                exchange, 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}");
    }

    void gives(JWTClaimsSet claims) {
        gives(signed(claims));
    }

    /** What an honest provider says of a person with the role service. */
    JWTClaimsSet.Builder honest(String name, String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("subject of " + name)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("preferred_username", name)
                .claim("roles", List.of("service"));
    }

    String signed(JWTClaimsSet claims) {
        try {
            return signed(
                    claims,
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) {
        SignedJWT signed = new SignedJWT(header, claims);
        try {
            signed.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return signed.serialize();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never answers. */
    Saying silence() {
        return exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Ten million bytes. */
    static Saying flood() {
        return exchange -> json(exchange, 200, "[" + " ".repeat(10_000_000) + "]");
    }

    static Saying failure() {
        return exchange -> json(exchange, 500, "<html>sorry</html>");
    }

    static void json(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    String honestConfiguration() {
        return configuration(Map.of());
    }

    String configuration(Map<String, String> other) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "end_session_endpoint", issuer() + "/end"));
        all.putAll(other);
        StringBuilder json = new StringBuilder("{\"subject_types_supported\":[\"public\"]");
        all.forEach((name, value) -> json.append(",\"" + name + "\":\"" + value + "\""));
        return json.append('}').toString();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
