package dev.tailback.app.traces;

import dev.tailback.tracing.Step;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;

/** The step of a request goes with it from thread to thread; a transaction begun in an inner step keeps that one. */
record StepOfThread(Step step) implements ThreadPropagatedContextElement<Step.Entered> {

    @Override
    public Step.Entered updateThreadContext() {
        return step.join();
    }

    @Override
    public void restoreThreadContext(Step.Entered entered) {
        entered.close();
    }
}
