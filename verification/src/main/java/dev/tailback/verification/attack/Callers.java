package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.attack.Caller.Proof;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.pages.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * All callers: each account of the demo in every way that it can sign in, and callers without an account.
 */
final class Callers {
    static final List<String> ROLES = List.of("service", "finance", "operator", "admin", "viewer");

    private static final String PASSWORD = "tailback";
    /** Also what must not stand in a log. */
    static final String WRONG = "tailback-but-wrong";

    private static final String NONE_ALGORITHM = "{\"alg\":\"none\"}";
    private static final String HS256 = "{\"alg\":\"HS256\"}";
    private static final long A_DAY_S = 86_400;

    private final Scene scene;

    Callers(Scene scene) {
        this.scene = scene;
    }

    /** Those whom a password lets in, in every way. */
    List<Caller> known() {
        List<Caller> callers = new ArrayList<>();
        for (String role : ROLES) {
            callers.add(of(role, Proof.PASSWORD));
            callers.add(of(role, Proof.BEARER));
            callers.add(of(role, Proof.SESSION));
        }
        return callers;
    }

    /** The same once more, with a new token or session. */
    Caller again(Caller caller) {
        return of(caller.account(), caller.proof());
    }

    private Caller of(String role, Proof proof) {
        return switch (proof) {
            case PASSWORD -> new Caller(role + " (basic)", role, proof, List.of(basic(role, PASSWORD)), "");
            case BEARER ->
                new Caller(role + " (bearer)", role, proof, List.of("Authorization: Bearer " + bearer(role)), "");
            case SESSION -> session(role);
            case NONE, UNREADABLE -> withoutAccount(role);
        };
    }

    /** Those whom nothing may let in. */
    List<Caller> strangers() {
        List<Caller> callers = new ArrayList<>();
        callers.add(withoutAccount("anonymous"));
        for (Token token : forged(bearer("service"))) {
            callers.add(withoutAccount(token.name() + " as bearer", "Authorization: Bearer " + token.text()));
            callers.add(withoutAccount(token.name() + " as cookie", "Cookie: tailback_session=" + token.text()));
        }
        callers.add(ended());
        for (String header : List.of(
                "Authorization: Basic",
                "Authorization: Basic " + base64("admin"),
                "Authorization: Basic %%%",
                "Authorization: Bearer",
                "Authorization: Digest username=\"admin\"")) {
            callers.add(new Caller(header, "", Proof.UNREADABLE, List.of(header), ""));
        }
        for (String header : List.of(
                "Authorization: Basic " + base64(":"),
                "Authorization: Bearer null",
                "X-Forwarded-User: admin",
                "X-Remote-User: admin")) {
            callers.add(withoutAccount(header, header));
        }
        // Last, because wrong passwords make the guesser wait.
        callers.add(withoutAccount("unknown account", basic("root", PASSWORD)));
        callers.add(withoutAccount("wrong password", basic("finance", WRONG)));
        return callers;
    }

    private static Caller withoutAccount(String name, String... headers) {
        return new Caller(name, "", Proof.NONE, List.of(headers), "");
    }

    static String basic(String name, String password) {
        return "Authorization: Basic " + base64(name + ":" + password);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    String bearer(String account) {
        RawAnswer answer = call(RawRequest.of("POST", "/api/token")
                .with(basic(account, PASSWORD))
                .json("{}"));
        try {
            String token = Http.JSON.readTree(answer.text()).path("accessToken").asText();
            if (answer.status() != 200 || token.isEmpty()) {
                throw new IllegalStateException("POST /api/token gave " + account + " no token: " + answer);
            }
            scene.secrets().add(token);
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException("POST /api/token gave " + account + " no JSON: " + answer, e);
        }
    }

    /** As a browser: the login page, its form, the cookie, and the token in the forms of a page. */
    Caller session(String account) {
        String cookie = logIn(account);
        scene.secrets().add(cookie.substring(cookie.indexOf('=') + 1));
        RawAnswer page = call(RawRequest.of("GET", "/").with("Cookie: " + cookie));
        return new Caller(
                account + " (session)", account, Proof.SESSION, List.of("Cookie: " + cookie), Forms.token(page.text()));
    }

    private String logIn(String account) {
        RawAnswer page = call(RawRequest.of("GET", "/login"));
        String visit = cookie(page, "tailback_visit");
        RawAnswer answer = call(RawRequest.of("POST", "/login")
                .with("Cookie: " + visit)
                .form("csrfToken=" + Forms.encode(Forms.token(page.text())) + "&next=%2F&name=" + account + "&password="
                        + PASSWORD));
        return cookie(answer, "tailback_session");
    }

    private static String cookie(RawAnswer answer, String name) {
        return answer.all("set-cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.split(";")[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No cookie " + name + " came with " + answer));
    }

    /** A session that its owner has ended. */
    private Caller ended() {
        Caller admin = session("admin");
        call(RawRequest.of("POST", "/logout")
                .with(admin.headers().toArray(String[]::new))
                .form("csrfToken=" + Forms.encode(admin.formToken())));
        return new Caller("ended session of admin", "", Proof.NONE, admin.headers(), admin.formToken());
    }

    private record Token(String name, String text) {}

    /** Made from a real one, so that only what makes them false is false. */
    private static List<Token> forged(String real) {
        String[] parts = real.split("\\.");
        List<Token> tokens = new ArrayList<>();
        for (String roles : List.of("admin", "operator")) {
            String claims = claims(parts[1], roles, A_DAY_S);
            tokens.add(new Token("unsigned " + roles, url(NONE_ALGORITHM) + "." + url(claims) + "."));
            tokens.add(new Token("altered " + roles, parts[0] + "." + url(claims) + "." + parts[2]));
            tokens.add(new Token(
                    "unsigned " + roles + " with a signature",
                    url(NONE_ALGORITHM) + "." + url(claims) + "." + parts[2]));
            tokens.add(new Token("foreign " + roles, signed(HS256, claims, "somebody else's secret, long enough")));
            tokens.add(new Token("empty key " + roles, parts[0] + "." + url(claims) + "."));
            tokens.add(new Token(
                    "expired " + roles, signed(HS256, claims(parts[1], roles, -A_DAY_S), Target.SESSION_SECRET)));
        }
        tokens.add(new Token("half a token", parts[0] + "." + parts[1]));
        return tokens;
    }

    private static String claims(String payload, String role, long endsIn) {
        try {
            JsonNode real = Http.JSON.readTree(Base64.getUrlDecoder().decode(payload));
            ObjectNode claims = real.deepCopy();
            long now = System.currentTimeMillis() / 1_000;
            claims.put("sub", role)
                    .put("exp", now + endsIn)
                    .put("iat", now - 2 * A_DAY_S)
                    .put("nbf", now - 2 * A_DAY_S);
            claims.putArray("roles").add(role);
            return claims.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("The service app's token is no JWT", e);
        }
    }

    private static String signed(String header, String claims, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = url(header) + "." + url(claims);
            return signed + "." + url(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private static String url(String text) {
        return url(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private RawAnswer call(RawRequest request) {
        try (RawConnection connection = scene.connect()) {
            return connection.call(request);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.target() + " got no answer", e);
        }
    }
}
