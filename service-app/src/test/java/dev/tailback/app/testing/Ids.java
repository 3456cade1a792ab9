package dev.tailback.app.testing;

import dev.tailback.app.salesforce.SalesforceId;
import java.util.concurrent.atomic.AtomicInteger;

/** Ids as Salesforce writes them, each test its own. */
public final class Ids {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Ids() {}

    public static String contract() {
        return next("800");
    }

    public static String product() {
        return next("a01");
    }

    private static String next(String prefix) {
        String text = prefix + String.format("%012d", NEXT.getAndIncrement());
        return SalesforceId.of(text).orElseThrow();
    }
}
