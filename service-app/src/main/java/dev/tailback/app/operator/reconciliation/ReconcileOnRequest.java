package dev.tailback.app.operator.reconciliation;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a comparison on request, and waits for its end as long as a request may take. */
@Singleton
public class ReconcileOnRequest {

    private final Reconcile reconcile;
    private final ReconciliationSettings settings;
    private final ExecutorService blocking;

    ReconcileOnRequest(
            Reconcile reconcile,
            ReconciliationSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.reconcile = reconcile;
        this.settings = settings;
        this.blocking = blocking;
    }

    /** @return the run's id, whether it has ended or not */
    public long run(ReconcileOrder order) {
        long id = reconcile.begin(order);
        Future<Boolean> end = blocking.submit(() -> reconcile.run(id, order));
        try {
            end.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            return id;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Reconciliation " + id + " failed", e);
        }
        return id;
    }
}
