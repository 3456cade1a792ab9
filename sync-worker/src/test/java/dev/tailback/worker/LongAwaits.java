package dev.tailback.worker;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets every await of this module last a minute before it gives up: what is awaited comes, and a busy machine may take its time. JUnit finds it by
 * itself, see {@code junit-platform.properties}.
 */
public final class LongAwaits implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext tests) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }
}
