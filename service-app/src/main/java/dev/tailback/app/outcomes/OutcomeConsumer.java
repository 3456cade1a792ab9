package dev.tailback.app.outcomes;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeStream;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Takes outcomes from the stream, applies them in the order they came, and acknowledges what is in the ledger. When the
 * ledger fails in between, they come again. The consumer's name is new with every start: what an earlier one left is
 * read by the others.
 */
@Singleton
public class OutcomeConsumer {

    private final OutcomeStream stream;
    private final ApplyOutcomes apply;
    private final OutcomeSettings settings;

    OutcomeConsumer(EntryQueue queue, ApplyOutcomes apply, OutcomeSettings settings) {
        this.stream = queue.outcomes("service-app-" + UUID.randomUUID());
        this.apply = apply;
        this.settings = settings;
    }

    /**
     * One reading.
     *
     * @param patience how long to wait for the first outcome
     * @return how many outcomes there were
     * @throws dev.tailback.queue.QueueUnavailable when Redis is down
     */
    public int round(Duration patience) {
        List<Outcome> outcomes = stream.read(settings.batch(), patience);
        if (!outcomes.isEmpty()) {
            apply.apply(outcomes);
            stream.acknowledge(outcomes);
        }
        return outcomes.size();
    }

    @PreDestroy
    void close() {
        stream.close();
    }
}
