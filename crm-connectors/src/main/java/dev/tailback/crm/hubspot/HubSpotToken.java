package dev.tailback.crm.hubspot;

import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Sent;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The word that calls are signed with. A token of OAuth lives half an hour and is renewed before it ends. */
final class HubSpotToken {

    private static final String PATH = "/oauth/2026-09/token";
    private static final Duration EARLY = Duration.ofMinutes(2);
    private static final long LONGEST_LIFE = 86_400;

    private final HubSpotAccess access;
    private final HubSpotCalls calls;
    private final Clock clock;
    private Optional<Held> held = Optional.empty();

    private record Held(String word, Instant end) {}

    HubSpotToken(HubSpotAccess access, HubSpotCalls calls, Clock clock) {
        this.access = access;
        this.calls = calls;
        this.clock = clock;
    }

    /** The call, signed; or why there is no token. */
    Sent with(Function<String, Sent> call) {
        return access.fold(key -> call.apply(key.key()), oauth -> renewed(oauth, call));
    }

    private synchronized Optional<Held> held() {
        return held.filter(token -> clock.instant().isBefore(token.end()));
    }

    private Sent renewed(HubSpotAccess.OAuth oauth, Function<String, Sent> call) {
        Optional<Held> known = held();
        if (known.isEmpty()) {
            return signedIn(oauth, call);
        }
        Sent sent = call.apply(known.get().word());
        if (isUnknown(sent)) {
            forget(known.get());
            return signedIn(oauth, call);
        }
        return sent;
    }

    /** A token that ends before its time is renewed once; one that is refused when it is new is a person's matter. */
    private Sent signedIn(HubSpotAccess.OAuth oauth, Function<String, Sent> call) {
        Sent login = renew(oauth);
        return held().map(token -> call.apply(token.word())).orElse(login);
    }

    private static boolean isUnknown(Sent sent) {
        return sent.fold(answer -> false, lost -> false, why -> why.code().equals(HubSpotStatus.UNAUTHORIZED));
    }

    private synchronized void forget(Held refused) {
        held = held.filter(token -> !token.equals(refused));
    }

    /** However many threads need one, one login is made. */
    private synchronized Sent renew(HubSpotAccess.OAuth oauth) {
        if (held().isPresent()) {
            return notTaken("LOGIN_DONE", "Another thread has signed in.", false);
        }
        String form = Map.of(
                        "grant_type", "refresh_token",
                        "client_id", oauth.clientId(),
                        "client_secret", oauth.clientSecret(),
                        "refresh_token", oauth.refreshToken())
                .entrySet()
                .stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Sent sent = calls.sent(
                PATH,
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return sent.fold(this::kept, lost -> notTaken(lost.code(), lost.reason(), false), notTaken -> notTaken);
    }

    private Sent kept(CrmAnswer answer) {
        String word = answer.json().path("access_token").asText("");
        if (answer.status() >= 300 || word.isEmpty()) {
            return notTaken(
                    "LOGIN_REFUSED",
                    "HubSpot gives our app no token: check its client id, secret and refresh token, and let somebody of "
                            + "the account allow it again.",
                    answer.status() >= 400);
        }
        long life = Math.min(LONGEST_LIFE, answer.json().path("expires_in").asLong(0));
        held = Optional.of(new Held(word, clock.instant().plusSeconds(life).minus(EARLY)));
        return new Sent.Answered(answer);
    }

    private static Sent notTaken(String code, String reason, boolean isRefusal) {
        return new Sent.NotTaken(code, reason, Optional.empty(), isRefusal);
    }
}
