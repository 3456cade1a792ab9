package dev.tailback.standalone;

import dev.tailback.verification.customers.CustomersMachine;
import dev.tailback.verification.fleet.HubMachine;
import dev.tailback.verification.fleet.HubPorts;
import dev.tailback.verification.fleet.Plans;
import dev.tailback.verification.hubstory.HubStory;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./tailback demo --hub}: the demo with the hub and three CRMs that hold the same forty customers. */
final class HubDemo {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final Plans others;
    private final HubPorts ports;
    private final PrintStream out;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param others how everything but the hub is started; its org is put in place here */
    HubDemo(Plans others, HubPorts ports, PrintStream out) {
        this.others = others;
        this.ports = ports;
        this.out = out;
    }

    /**
     * @param tells the story instead of staying up
     * @return the exit code
     */
    int run(boolean tells, boolean fresh) {
        out.println("Starting PostgreSQL, Redis, a Salesforce org, a HubSpot, the shop's tables, the service app, the "
                + "sync worker and the hub ...");
        long begun = System.nanoTime();
        try (HubMachine machine = CustomersMachine.start(others, ports, fresh)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(machine), "end-in-order"));
            out.printf("Everything is up after %.1f s.%n", (System.nanoTime() - begun) / 1e9);
            return tells ? new HubStory(machine, out).tell() : stay(machine);
        }
    }

    private int stay(HubMachine machine) {
        out.println(HubWelcome.to(machine));
        while (!endsWithin(LOOKS_EVERY)) {
            machine.startAgainWhatEnded(out::println);
        }
        return 0;
    }

    private boolean endsWithin(Duration time) {
        try {
            return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ctrl-C and SIGTERM come here. */
    private void endInOrder(HubMachine machine) {
        ended.countDown();
        machine.close();
    }
}
