package dev.tailback.app.ads;

import dev.tailback.app.contracts.SingleFlight;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.tracing.Step;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a contract for a person who waits at the screen: a Salesforce that hangs costs them a moment, and for a while
 * afterwards nothing. Not being read in time is being unavailable.
 */
@Singleton
class TimeLimitedContractReader {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimitedContractReader.class);

    private final ContractReader contracts;
    private final SingleFlight<String, Reading<Contract>> flights;
    private final ExecutorService threads;
    private final AdSettings settings;
    private final Clock clock;
    private volatile Instant silentUntil = Instant.MIN;

    TimeLimitedContractReader(
            ContractReader contracts,
            SingleFlight<String, Reading<Contract>> flights,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads,
            AdSettings settings,
            Clock clock) {
        this.contracts = contracts;
        this.flights = flights;
        this.threads = threads;
        this.settings = settings;
        this.clock = clock;
    }

    Reading<Contract> find(String contractId) {
        if (clock.instant().isBefore(silentUntil)) {
            return tooSlow();
        }
        Future<Reading<Contract>> reading =
                threads.submit(Step.carried(() -> flights.ask(contractId, () -> contracts.find(contractId))));
        try {
            return reading.get(settings.lookPatience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            silentUntil = clock.instant().plus(settings.lookPause());
            return tooSlow();
        } catch (ExecutionException failure) {
            LOG.error(
                    "The live look at contract {} failed; the work goes on without it", contractId, failure.getCause());
            return new Reading.Unavailable<>("NOT_READ", "Tailback failed at reading the contract; its log says more.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return tooSlow();
        }
    }

    private static Reading<Contract> tooSlow() {
        return new Reading.Unavailable<>("TOO_SLOW", "Salesforce did not answer in time.");
    }
}
