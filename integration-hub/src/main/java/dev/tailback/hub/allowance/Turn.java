package dev.tailback.hub.allowance;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Whether a call may be sent now. {@link #fold} makes every caller decide about both. */
public sealed interface Turn {

    <R> R fold(Function<May, R> may, Function<Wait, R> wait);

    /** What a call that may be sent is for, beside its own purpose. */
    enum Purpose {
        NOTHING_ELSE,
        /** It finds out whether the CRM answers again; it is the only one. */
        PROBE,
        /** It finds out whether there is more of the allowance again. */
        LOOK
    }

    /** One call may be sent. {@link Allowances#learn} wants this back with what came of it, whatever that was. */
    record May(String crm, Priority priority, Purpose purpose) implements Turn {

        boolean isProbe() {
            return purpose == Purpose.PROBE;
        }

        @Override
        public <R> R fold(Function<May, R> may, Function<Wait, R> wait) {
            return may.apply(this);
        }
    }

    /**
     * Nothing may be sent.
     *
     * @param until by the database's clock, when to ask again; it may be refused again then
     * @param left how long that is
     * @param reason one sentence
     */
    record Wait(WaitKind kind, Instant until, Duration left, String reason) implements Turn {

        @Override
        public <R> R fold(Function<May, R> may, Function<Wait, R> wait) {
            return wait.apply(this);
        }
    }
}
