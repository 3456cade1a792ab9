package dev.tailback.app.operator.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What an outage means for people, by the code of the worker; the codes are those of {@code docs/errors.md}. */
enum OutageKind {
    UNREACHABLE(Set.of("UNREACHABLE", "LOGIN_UNAVAILABLE", "NO_ANSWER")),
    CERTIFICATE(Set.of("TLS_FAILED")),
    MOVED(Set.of("MOVED")),
    LOGINS(Set.of("LOGIN_RATE_EXCEEDED")),
    SESSION(Set.of("INVALID_SESSION_ID", "INACTIVE_USER")),
    MAINTENANCE(Set.of(
            "MAINTENANCE",
            "READ_ONLY_MODE",
            "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
            "SERVER_UNAVAILABLE",
            "CONCURRENCY_LIMIT")),
    BETWEEN(Set.of("PROXY_REFUSED")),
    CREDENTIALS(Set.of("LOGIN_REFUSED")),
    QUOTA(Set.of("QUOTA_USED_UP", "REQUEST_LIMIT_EXCEEDED")),
    RESERVED(Set.of("QUOTA_RESERVED")),
    SETUP(Set.of(
            "NOT_FOUND",
            "API_DISABLED_FOR_ORG",
            "API_CURRENTLY_DISABLED",
            "STORAGE_LIMIT_EXCEEDED",
            "ORG_LOCKED",
            "TRIAL_EXPIRED",
            "INACTIVE_ORG")),
    QUEUE(Set.of("QUEUE_DOWN", "QUEUE_SHUT")),
    MAPPING(Set.of("NO_MAPPING", "UNREADABLE_MAPPING")),
    SCHEMA(Set.of("SCHEMA_CHANGED")),
    WORKER(Set.of("NOT_SENT", "WORKER_STUCK")),
    OTHER(Set.of());

    private final Set<String> codes;

    OutageKind(Set<String> codes) {
        this.codes = codes;
    }

    static OutageKind of(String code) {
        if (code.startsWith("HTTP_")) {
            return BETWEEN;
        }
        return Arrays.stream(values())
                .filter(kind -> kind.codes.contains(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** For keys of texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
