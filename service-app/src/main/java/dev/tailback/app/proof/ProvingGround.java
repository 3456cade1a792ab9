package dev.tailback.app.proof;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.org.OrgIdentity;
import dev.tailback.salesforce.org.OrgReader;
import dev.tailback.salesforce.session.SalesforceSession;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** The connected org, for proofs: with a session of their own, which has less patience than the worker's. */
@Singleton
class ProvingGround {

    /** Salesforce waits 10 s for a row that another save holds. */
    private static final Duration WRITE = Duration.ofSeconds(15);

    /** Nothing new is tried after it; the operator's command waits 90 s. */
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private final SalesforceSession session;
    private final Supplier<Mapping> mapping;
    private final Clock clock;
    private final ExecutorService threads;

    ProvingGround(
            SalesforceSession shared,
            Supplier<Mapping> mapping,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        SalesforceConfiguration configuration = shared.configuration();
        this.session = new SalesforceSession(
                configuration.withTimeouts(configuration.connectTimeout(), configuration.readTimeout(), WRITE), clock);
        this.mapping = mapping;
        this.clock = clock;
        this.threads = threads;
    }

    Mapping mapping() {
        return mapping.get();
    }

    Bench bench(Mapping tried) {
        return Bench.on(session, tried);
    }

    /** Signs in as a user of sales when it is asked. */
    Supplier<SalesforceSession> as(SalesUser user) {
        return () -> new SalesforceSession(
                session.configuration(),
                clock,
                user.grant(() -> session.current().instanceUrl()));
    }

    Notebook notebook() {
        return new Notebook(clock, clock.instant().plus(LIMIT));
    }

    String apiVersion() {
        return session.configuration().apiVersion();
    }

    Optional<OrgIdentity> identity() {
        Reading<OrgIdentity> read = new OrgReader(session).identity();
        return read.fold(
                found -> Optional.of(found.value()),
                Optional::empty,
                refused -> Optional.empty(),
                unavailable -> Optional.empty());
    }

    Instant now() {
        return clock.instant();
    }

    ExecutorService threads() {
        return threads;
    }
}
