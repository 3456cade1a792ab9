package dev.tailback.app.sessions;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Tokens that must open nothing, made from one of ours, for the check at start. */
@Singleton
public class TokenProbe {

    private static final String HS256 = "{\"alg\":\"HS256\"}";

    /** @param what unsigned, altered, ... */
    public record Sample(String what, String token) {}

    private final TokenSignature signature;
    private final Clock clock;

    TokenProbe(TokenSignature signature, Clock clock) {
        this.signature = signature;
        this.clock = clock;
    }

    /** Whether a token of ours carries an HS256 signature and is read as what it says. */
    public boolean ownIsSigned() {
        SignedToken token = token(Duration.ofMinutes(5));
        String signed = signature.sign(token);
        String[] parts = signed.split("\\.", -1);
        return parts.length == 3
                && text(parts[0]).equals(HS256)
                && Base64.getUrlDecoder().decode(parts[2]).length == 32
                && signature.read(signed).filter(token::equals).isPresent();
    }

    /** Each was ours once, but for one thing. */
    public List<Sample> samples() {
        String[] ours = signature.sign(token(Duration.ofMinutes(5))).split("\\.", -1);
        String admin = base64(text(ours[1]).replace("self-check", "admin"));
        return List.of(
                new Sample("unsigned", base64("{\"alg\":\"none\"}") + "." + ours[1] + "."),
                new Sample("ours without its signature", ours[0] + "." + ours[1] + "."),
                new Sample("altered", ours[0] + "." + admin + "." + ours[2]),
                new Sample("signed by a foreign key", ours[0] + "." + ours[1] + "." + base64("x".repeat(32))),
                new Sample(
                        "signed with another algorithm", base64("{\"alg\":\"HS512\"}") + "." + ours[1] + "." + ours[2]),
                new Sample("expired", signature.sign(token(Duration.ofMinutes(-5)))));
    }

    /** Whether a sample passes for one of ours. */
    public boolean reads(Sample sample) {
        return signature.read(sample.token()).isPresent();
    }

    private SignedToken token(Duration life) {
        long end = clock.instant().plus(life).getEpochSecond();
        return new SignedToken(SessionSecret.random(), "self-check", Instant.ofEpochSecond(end));
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
