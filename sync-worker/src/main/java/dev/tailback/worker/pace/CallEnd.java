package dev.tailback.worker.pace;

import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.worker.verdict.CallFault;
import dev.tailback.worker.verdict.CallReading;

/** What the end of a call says about the number of calls at one time. */
enum CallEnd {
    /** Salesforce decided about every record. */
    ANSWERED,
    /** A row that the whole call needs was held by another transaction. */
    ROW_BUSY,
    /** Salesforce runs as many calls as it runs at one time. */
    TOO_MANY,
    /** No usable answer: an outage, or a call that took too long. */
    FAILED,
    /** Refused for what it holds. */
    NOTHING;

    /** As {@code CallFailure} names a refusal of {@code ConcurrentRequests}. */
    static final String TOO_MANY_CODE = "CONCURRENCY_LIMIT";

    private static final Delivery.Cases<CallEnd> OF_FAILED = new Delivery.Cases<>() {
        @Override
        public CallEnd refused(Delivery.Refused delivery) {
            return NOTHING;
        }

        @Override
        public CallEnd turnedAway(Delivery.TurnedAway delivery) {
            return FAILED;
        }

        @Override
        public CallEnd unavailable(Delivery.Unavailable delivery) {
            if (delivery.code().equals(TOO_MANY_CODE)) {
                return TOO_MANY;
            }
            return CallReading.of(delivery).step() == CallFault.Step.ROW_BUSY ? ROW_BUSY : FAILED;
        }

        @Override
        public CallEnd notSent(Delivery.NotSent delivery) {
            return NOTHING;
        }

        @Override
        public CallEnd outcomeUnknown(Delivery.OutcomeUnknown delivery) {
            return FAILED;
        }
    };

    static CallEnd of(Delivery delivery) {
        CallEnd[] end = {ANSWERED};
        delivery.tell(answered -> {}, failed -> end[0] = failed.fold(OF_FAILED));
        return end[0];
    }
}
