package dev.tailback.localcrms.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that answer calls: virtual ones where Java has them. */
final class Workers {

    private Workers() {}

    static ExecutorService start() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            // Java before 21 has no virtual threads
            return Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "local-crms");
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
