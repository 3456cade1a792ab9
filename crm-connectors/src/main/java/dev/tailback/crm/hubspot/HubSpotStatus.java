package dev.tailback.crm.hubspot;

import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a status of HubSpot's means for the whole call; what remains is read in the body. */
final class HubSpotStatus {

    static final String UNAUTHORIZED = "UNAUTHORIZED";

    /** By the policy that was broken; HubSpot names no time for any of them. The daily limit ends at midnight there. */
    private static final Map<String, Duration> WAITS = Map.of(
            "DAILY", Duration.ofMinutes(10),
            "SECONDLY", Duration.ofSeconds(1));

    private static final Duration ROLLING = Duration.ofSeconds(10);
    private static final Duration LOCKED = Duration.ofSeconds(2);
    private static final Duration MIGRATING = Duration.ofMinutes(5);

    private HubSpotStatus() {}

    static Sent judge(CrmAnswer answer, Instant now) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return away(
                    "MOVED", "HubSpot's address points elsewhere instead of answering: check it.", Optional.empty());
        }
        return switch (status) {
            case 401 -> refused(UNAUTHORIZED, "HubSpot does not know our key or token: put in a valid one.");
            case 403 -> forbidden(answer);
            case 407 -> away("PROXY_REFUSED", "A proxy in between wants to know who asks.", Optional.empty());
            case 423 -> away("LOCKED", "HubSpot is busy with these records.", Optional.of(longer(answer, now, LOCKED)));
            case 429 -> tooMany(answer, now);
            case 477 ->
                away(
                        "MIGRATING",
                        "HubSpot is moving this account to another place.",
                        Optional.of(answer.retryAfter(now).orElse(MIGRATING)));
            case 503 -> away("HTTP_503", "HubSpot is not available now.", answer.retryAfter(now));
            default -> status >= 500 ? lost(status) : other(answer);
        };
    }

    /** HubSpot always says why in JSON; what does not comes from another server. */
    private static Sent other(CrmAnswer answer) {
        return answer.status() >= 400 && HubSpotError.of(answer).isEmpty()
                ? away("HTTP_" + answer.status(), answer.unusable(HubSpotCalls.CRM), Optional.empty())
                : new Sent.Answered(answer);
    }

    private static Sent forbidden(CrmAnswer answer) {
        return HubSpotError.of(answer)
                .map(error -> refused(
                        error.code(),
                        "Our key or app lacks a right in HubSpot: " + error.message()
                                + " Give it the scope that is named."))
                .orElseGet(() -> away("HTTP_403", answer.unusable(HubSpotCalls.CRM), Optional.empty()));
    }

    private static Sent tooMany(CrmAnswer answer, Instant now) {
        String policy = answer.json().path("policyName").asText("");
        Duration usual = WAITS.getOrDefault(policy, ROLLING);
        String code = policy.matches("[A-Z_]{1,60}") ? policy : "RATE_LIMIT";
        return away(
                code,
                "Our calls to HubSpot are too many: its limit " + code + " is used up.",
                Optional.of(answer.retryAfter(now).orElse(usual)));
    }

    private static Duration longer(CrmAnswer answer, Instant now, Duration least) {
        return answer.retryAfter(now).filter(told -> told.compareTo(least) > 0).orElse(least);
    }

    private static Sent lost(int status) {
        return new Sent.Lost("HTTP_" + status, "HubSpot failed with HTTP " + status + " and no verdict.");
    }

    private static Sent away(String code, String reason, Optional<Duration> wait) {
        return new Sent.NotTaken(code, reason, wait, false);
    }

    private static Sent refused(String code, String reason) {
        return new Sent.NotTaken(code, reason, Optional.empty(), true);
    }
}
