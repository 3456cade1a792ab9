package dev.tailback.localorg.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that answer calls: virtual ones where Java has them. */
public final class Workers {

    private Workers() {}

    public static ExecutorService start() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            // Java before 21 has no virtual threads
            return Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "local-org");
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
