package dev.tailback.app.relay;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How the relay carries entries from the ledger to the queue.
 *
 * @param running whether this process relays at all
 * @param sweepEvery how often it looks for what no signal told it
 * @param batch entries per offer, 1 to 1,000
 * @param claimFor how long a claimed entry is left to the relay that claimed it; after that, any relay offers it
 * @param offerAgainAfter how often all open entries are offered again, should Redis have lost one; with many, as often
 *     as the pace allows
 * @param mendEvery how often the queue is looked through for what deleted or evicted keys have left behind
 * @param rebuildLock how long a rebuild of the queue may stand still before another service app may begin one
 */
@ConfigurationProperties("relay")
record RelaySettings(
        @Bindable(defaultValue = "true") boolean running,
        @Bindable(defaultValue = "1s") Duration sweepEvery,
        @Bindable(defaultValue = "500") @Min(1) @Max(1000) int batch,
        @Bindable(defaultValue = "10s") Duration claimFor,
        @Bindable(defaultValue = "5m") Duration offerAgainAfter,
        @Bindable(defaultValue = "1m") Duration mendEvery,
        @Bindable(defaultValue = "30s") Duration rebuildLock) {}
