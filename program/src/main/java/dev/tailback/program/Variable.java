package dev.tailback.program;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every environment value that a program of ours reads. Code that reads any other does not compile. */
public enum Variable {
    DATASOURCES_DEFAULT_URL(Form.TEXT),
    DATASOURCES_DEFAULT_USERNAME(Form.TEXT),
    DATASOURCES_DEFAULT_PASSWORD(Form.TEXT),
    DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE(Form.COUNT),

    REDIS_URI(Form.TEXT),
    REDIS_SHARDS(Form.TEXT),

    SALESFORCE_LOGIN_URL(Form.TEXT),
    SALESFORCE_CLIENT_ID(Form.TEXT),
    SALESFORCE_CLIENT_SECRET(Form.TEXT),
    SALESFORCE_API_VERSION(Form.TEXT),
    SALESFORCE_WRITE_TIMEOUT(Form.DURATION),
    SALESFORCE_PROXY_HOST(Form.TEXT),
    SALESFORCE_PROXY_PORT(Form.TEXT),
    SALESFORCE_PROXY_USER(Form.TEXT),
    SALESFORCE_PROXY_PASSWORD(Form.TEXT),

    MICRONAUT_SERVER_HOST(Form.TEXT),
    MICRONAUT_SERVER_PORT(Form.TEXT),

    HTTP_MOST_CONNECTIONS(Form.COUNT),
    HTTP_MOST_CONNECTIONS_PER_ADDRESS(Form.COUNT),
    HTTP_HEADERS_WITHIN(Form.DURATION),
    HTTP_BODY_WITHIN(Form.DURATION),
    HTTP_REQUEST_WITHIN(Form.DURATION),
    HTTP_IDLE_WITHIN(Form.DURATION),
    HTTP_BODY_MEMORY(Form.COUNT),

    TAILBACK_LOG_LEVEL(Form.TEXT),
    TAILBACK_DEMO(Form.FLAG),
    TAILBACK_SESSION_SECRET(Form.TEXT),
    TAILBACK_SESSION_LIFE(Form.DURATION),
    TAILBACK_SESSION_LONGEST_LIFE(Form.DURATION),
    TAILBACK_ADMIN_PASSWORD(Form.TEXT),
    TAILBACK_TRUSTED_PROXIES(Form.TEXT),
    TAILBACK_PUBLIC_URL(Form.TEXT),
    TAILBACK_LOOPS_STUCK_AFTER(Form.DURATION),
    TAILBACK_DATABASE_WAIT(Form.TEXT),
    TAILBACK_DATABASE_CONNECT_TIMEOUT(Form.DURATION),
    TAILBACK_DATABASE_LOCK_TIMEOUT(Form.DURATION),
    TAILBACK_DATABASE_STATEMENT_TIMEOUT(Form.DURATION),
    TAILBACK_DATABASE_SOCKET_TIMEOUT(Form.DURATION),
    TAILBACK_DATABASE_IDLE_IN_TRANSACTION_TIMEOUT(Form.DURATION),
    TAILBACK_DATABASE_MIGRATION_TIMEOUT(Form.DURATION),
    TAILBACK_DATABASE_MIGRATION_LOCK_TIMEOUT(Form.DURATION),

    ADS_LOOK_PATIENCE(Form.DURATION),
    ADS_LOOK_PAUSE(Form.DURATION),
    ADS_ANSWERS_KEPT(Form.DURATION),

    RELAY_RUNNING(Form.FLAG),
    RELAY_SWEEP_EVERY(Form.DURATION),
    RELAY_BATCH(Form.COUNT),
    RELAY_CLAIM_FOR(Form.DURATION),
    RELAY_OFFER_AGAIN_AFTER(Form.DURATION),
    RELAY_MEND_EVERY(Form.DURATION),
    RELAY_REBUILD_LOCK(Form.DURATION),

    OUTCOMES_RUNNING(Form.FLAG),
    OUTCOMES_BATCH(Form.COUNT),
    OUTCOMES_PATIENCE(Form.DURATION),

    LATE_COPIES_RUNNING(Form.FLAG),
    LATE_COPIES_FIRST_LOOK(Form.DURATION),
    LATE_COPIES_LONGEST_GAP(Form.DURATION),
    LATE_COPIES_LOOK_FOR(Form.DURATION),
    LATE_COPIES_EVERY(Form.DURATION),

    RECONCILIATION_RUNNING(Form.FLAG),
    RECONCILIATION_EVERY(Form.DURATION),
    RECONCILIATION_AGAIN(Form.DURATION),
    RECONCILIATION_PAGE(Form.COUNT),
    RECONCILIATION_ANSWER_WITHIN(Form.DURATION),
    RECONCILIATION_KEEP(Form.DURATION),

    OPERATOR_METRICS_RUNNING(Form.FLAG),
    OPERATOR_METRICS_READ_EVERY(Form.DURATION),

    WORKER_CALLS_IN_FLIGHT(Form.COUNT),
    WORKER_BATCH_SIZE(Form.COUNT),
    WORKER_LEASE(Form.DURATION),
    WORKER_STOP_WITHIN(Form.DURATION),
    WORKER_RETRY_LIMIT(Form.COUNT),
    WORKER_FIRST_RETRY(Form.DURATION),
    WORKER_LONGEST_RETRY(Form.DURATION),
    WORKER_QUOTA_SHARE(Form.TEXT),
    WORKER_QUOTA_WAIT(Form.DURATION),
    WORKER_LONGEST_PROBE_WAIT(Form.DURATION),
    WORKER_METRICS_TOKEN(Form.TEXT),

    LOCAL_ORG_CLIENT_ID(Form.TEXT),
    LOCAL_ORG_CLIENT_SECRET(Form.TEXT),
    LOCAL_ORG_PASSWORD(Form.TEXT),
    LOCAL_ORG_USER_DOMAIN(Form.TEXT),
    LOCAL_ORG_JWT_KEYS(Form.TEXT),
    LOCAL_ORG_REFRESH_TOKEN(Form.TEXT),
    LOCAL_ORG_SWITCHES(Form.TEXT),

    TAILBACK_OPS_URL(Form.TEXT),
    TAILBACK_OPS_USER(Form.TEXT),
    TAILBACK_OPS_PASSWORD(Form.TEXT);

    /** How a value is written. */
    public enum Form {
        /** As its reader takes it. */
        TEXT,
        /** A whole number. */
        COUNT,
        /** {@code true} or {@code false}. */
        FLAG,
        /** {@code 250ms}, {@code 90s}, {@code 15m}, {@code 2h}, {@code 7d} or {@code PT2H}. */
        DURATION
    }

    private static final Set<String> FAMILIES =
            Stream.of(values()).map(Variable::family).collect(Collectors.toUnmodifiableSet());

    private final Form form;

    Variable(Form form) {
        this.form = form;
    }

    public Form form() {
        return form;
    }

    /**
     * Whether a program of ours may read a value of this name: one of the above, or one that a framework reads under
     * the same first word, such as {@code MICRONAUT_SERVER_SSL_ENABLED}.
     */
    public static boolean isOurs(String name) {
        return FAMILIES.stream().anyMatch(name::startsWith);
    }

    private String family() {
        return name().substring(0, name().indexOf('_') + 1);
    }
}
