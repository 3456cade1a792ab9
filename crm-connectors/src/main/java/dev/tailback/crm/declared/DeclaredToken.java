package dev.tailback.crm.declared;

import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Sent;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What calls are signed with. A token of OAuth is renewed before it ends, and once when the CRM does not know it. */
final class DeclaredToken {

    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final long USUAL_LIFE = 600;
    private static final long LONGEST_LIFE = 86_400;

    private final DeclaredSettings settings;
    private final DeclaredCalls calls;
    private final Clock clock;
    private Optional<Held> held = Optional.empty();

    private record Held(String word, Instant end) {}

    DeclaredToken(DeclaredSettings settings, DeclaredCalls calls, Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.clock = clock;
    }

    /** The call, signed; or why it cannot be. */
    Sent with(Function<UnaryOperator<HttpRequest.Builder>, Sent> call) {
        return settings.crm()
                .access()
                .fold(
                        header -> call.apply(signed(header.name(), header.before() + settings.secret(header.secret()))),
                        basic -> call.apply(signed("Authorization", "Basic " + encoded(basic))),
                        oauth -> renewed(oauth, call));
    }

    private static UnaryOperator<HttpRequest.Builder> signed(String header, String value) {
        return request -> request.setHeader(header, value);
    }

    private String encoded(DeclaredAccess.Basic basic) {
        String both = settings.secret(basic.user()) + ":" + settings.secret(basic.password());
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Optional<Held> held() {
        return held.filter(token -> clock.instant().isBefore(token.end()));
    }

    private Sent renewed(DeclaredAccess.OAuth oauth, Function<UnaryOperator<HttpRequest.Builder>, Sent> call) {
        Optional<Held> known = held();
        if (known.isEmpty()) {
            return signedIn(oauth, call);
        }
        Sent sent = call.apply(bearer(known.get()));
        if (sent.fold(answer -> false, lost -> false, why -> why.code().equals(DeclaredStatus.UNAUTHORIZED))) {
            forget(known.get());
            return signedIn(oauth, call);
        }
        return sent;
    }

    private Sent signedIn(DeclaredAccess.OAuth oauth, Function<UnaryOperator<HttpRequest.Builder>, Sent> call) {
        Optional<Sent> failed = signIn(oauth);
        return failed.orElseGet(() -> held().map(token -> call.apply(bearer(token)))
                .orElseGet(() -> notTaken("LOGIN_REFUSED", "The token ended before it could be used.", false)));
    }

    private static UnaryOperator<HttpRequest.Builder> bearer(Held token) {
        return signed("Authorization", "Bearer " + token.word());
    }

    private synchronized void forget(Held refused) {
        held = held.filter(token -> !token.equals(refused));
    }

    /** However many threads need one, one login is made. Empty where there is a token now. */
    private synchronized Optional<Sent> signIn(DeclaredAccess.OAuth oauth) {
        if (held().isPresent()) {
            return Optional.empty();
        }
        Map<String, String> form = new TreeMap<>(Map.of(
                "grant_type", "client_credentials",
                "client_id", settings.secret(oauth.client()),
                "client_secret", settings.secret(oauth.secret())));
        if (!oauth.scope().isEmpty()) {
            form.put("scope", oauth.scope());
        }
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + DeclaredCalls.encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return calls.sent(
                        oauth.tokenPath(),
                        Map.of(),
                        request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                .fold(this::kept, lost -> Optional.of(notTaken(lost.code(), lost.reason(), false)), Optional::of);
    }

    private Optional<Sent> kept(CrmAnswer answer) {
        String word = answer.json().path("access_token").asText("");
        if (answer.status() >= 300 || !word.matches("[!-~]{1,8000}")) {
            return Optional.of(notTaken(
                    "LOGIN_REFUSED",
                    calls.name() + " gives us no token: check 'tokenPath', the client and its secret.",
                    answer.status() >= 400));
        }
        long told = answer.json().path("expires_in").asLong(USUAL_LIFE);
        long life = Math.max(EARLY.toSeconds() + 1, Math.min(LONGEST_LIFE, told));
        held = Optional.of(new Held(word, clock.instant().plusSeconds(life).minus(EARLY)));
        return Optional.empty();
    }

    private static Sent notTaken(String code, String reason, boolean isRefusal) {
        return new Sent.NotTaken(code, reason, Optional.empty(), isRefusal);
    }
}
