package dev.tailback.localservices;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM for tests to kill. */
final class StartsRedisAndStays {
    private StartsRedisAndStays() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        OwnedProcesses processes = OwnedProcesses.in(directory);
        System.out.println(EmbeddedRedis.start(processes, "redis", directory.resolve("redis"), 0)
                .pid());
        new CountDownLatch(1).await();
    }
}
