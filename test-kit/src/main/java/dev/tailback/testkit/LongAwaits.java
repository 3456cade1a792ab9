package dev.tailback.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets every await of a test last a minute before it gives up: the awaited event comes, and a busy machine may need
 * time for it. JUnit finds this class through {@code META-INF/services}, as {@code junit-platform.properties} tells it
 * to.
 */
public final class LongAwaits implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext tests) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }
}
