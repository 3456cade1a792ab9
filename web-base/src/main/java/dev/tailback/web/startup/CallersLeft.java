package dev.tailback.web.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;

/**
 * Tells in one line what failed when no caller waits for the answer any more, where the library would print a whole
 * stack.
 */
public final class CallersLeft {

    private static final Logger LOG = LoggerFactory.getLogger(CallersLeft.class);

    private CallersLeft() {}

    /** For the whole process. */
    public static void logInOneLine() {
        Hooks.onErrorDropped(failure -> LOG.info(
                "A caller left before the answer was there ({})",
                failure.getClass().getSimpleName()));
    }
}
