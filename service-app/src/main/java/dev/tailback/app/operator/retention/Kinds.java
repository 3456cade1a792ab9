package dev.tailback.app.operator.retention;

import dev.tailback.app.ads.AdSettings;
import dev.tailback.app.operator.alerts.AlertSettings;
import dev.tailback.app.operator.reconciliation.ReconciliationSettings;
import dev.tailback.app.operator.retention.Keeping.UntilOld;
import dev.tailback.app.operator.samples.SampleSettings;
import dev.tailback.app.sessions.Sessions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every kind of data that this app keeps in PostgreSQL, and how long. Each table belongs to exactly one kind: a test
 * compares them with the migrations, so a new table needs its decision here.
 */
@Singleton
class Kinds {

    /** The newest whole comparison that got to its end says how ledger and Salesforce agree now. */
    private static final String SPENT_COMPARISON = """
            ended_at is not null and id is distinct from (
                select max(id) from reconciliation
                where contract_id is null and ended_at is not null and code is null)""";

    private final List<Kind> all;

    Kinds(SampleSettings samples, ReconciliationSettings comparisons, AdSettings ads) {
        this.all = Stream.concat(KeptKinds.ALL.stream(), spent(samples, comparisons, ads))
                .toList();
    }

    /** In the order in which people read them: the ledger first, what may go last. */
    List<Kind> all() {
        return all;
    }

    Optional<Kind> named(String name) {
        return all.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static Stream<Kind> spent(SampleSettings samples, ReconciliationSettings comparisons, AdSettings ads) {
        return Stream.of(
                spent(
                        "samples",
                        "Figures of each minute, for the graphs of the console",
                        new UntilOld("sync_sample", "at", "true", 1, samples.keep(), "TAILBACK_SAMPLES_KEEP"),
                        "The histories they were counted from; Prometheus, where there is one."),
                spent(
                        "comparisons",
                        "Comparisons of ledger and Salesforce with their differences",
                        new UntilOld(
                                "reconciliation",
                                "begun_at",
                                SPENT_COMPARISON,
                                7,
                                comparisons.keep(),
                                "RECONCILIATION_KEEP"),
                        "The newest whole one that got to its end, one that runs, and the operations that asked for"
                                + " them."),
                spent(
                        "messages",
                        "Messages of alerts, and whether they were delivered",
                        new UntilOld(
                                "alert_message",
                                "at",
                                "(delivered_at is not null or given_up_at is not null)",
                                7,
                                AlertSettings.MESSAGES_KEPT,
                                ""),
                        "What is not delivered yet, and what is wrong now."),
                spent(
                        "answers",
                        "Answers to requests with an Idempotency-Key",
                        new UntilOld(
                                "idempotency_key",
                                "created_at",
                                "true",
                                wholeDays(ads.answersKept()),
                                ads.answersKept(),
                                "ADS_ANSWERS_KEPT"),
                        "The ads. A request that is repeated later makes another ad, so none goes earlier than was"
                                + " promised."),
                spent(
                        "sessions",
                        "Sessions and API tokens that ended: whose, from which address, when",
                        new UntilOld("session", "least(ended_at, expires_at)", "true", 30, Sessions.KEPT_WHEN_OVER, ""),
                        "Those that live. That a token was created or ended stays with its account."));
    }

    private static Kind spent(String name, String what, UntilOld keeping, String stays) {
        return new Kind(name, what, List.of(keeping.table()), "", keeping, stays);
    }

    /** At least one. */
    private static int wholeDays(Duration duration) {
        return (int) Math.max(1, duration.plusDays(1).minusNanos(1).toDays());
    }
}
