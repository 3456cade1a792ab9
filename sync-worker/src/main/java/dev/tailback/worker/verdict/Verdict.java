package dev.tailback.worker.verdict;

import dev.tailback.queue.Settlement;
import dev.tailback.worker.breaker.PauseReason;
import java.util.function.Consumer;

/** What Salesforce's refusal of one record means: the queue is told about the record, or all sending has to pause. */
public sealed interface Verdict {

    /** Every alternative says which of the two happens. */
    void tell(Consumer<Settlement> settle, Consumer<PauseReason> pause);

    /** The refusal is about this record, and this is what the queue does with it. */
    record Settle(Settlement settlement) implements Verdict {
        @Override
        public void tell(Consumer<Settlement> settle, Consumer<PauseReason> pause) {
            settle.accept(settlement);
        }
    }

    /** The whole org cannot be written to: the record is not to blame, and no attempt is counted. */
    record Pause(PauseReason reason) implements Verdict {
        @Override
        public void tell(Consumer<Settlement> settle, Consumer<PauseReason> pause) {
            pause.accept(reason);
        }
    }
}
