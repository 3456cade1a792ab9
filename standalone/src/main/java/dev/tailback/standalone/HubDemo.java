package dev.tailback.standalone;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.Customers;
import dev.tailback.verification.customers.PrepareCustomers;
import dev.tailback.verification.customers.PreparedCustomers;
import dev.tailback.verification.customers.ShopDatabase;
import dev.tailback.verification.customers.TableLog;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.HubMachine;
import dev.tailback.verification.fleet.HubPlans;
import dev.tailback.verification.fleet.HubPorts;
import dev.tailback.verification.fleet.Plans;
import dev.tailback.verification.hubstory.HubStory;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./tailback demo --hub}: the demo with the hub and three CRMs that hold the same forty customers. */
final class HubDemo {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final Plans others;
    private final HubPorts ports;
    private final PrepareCustomers prepare;
    private final PrintStream out;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param others how everything but the hub is started; its org is put in place here */
    HubDemo(Plans others, HubPorts ports, PrintStream out) {
        this.others = others;
        this.ports = ports;
        this.prepare = new PrepareCustomers(others.home(), others.data());
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
        PreparedCustomers prepared = prepare.prepare(Customers.shipped());
        HubPlans plans = new HubPlans(
                others.withOrg(prepared.org().switchedBy(others.org().switches())),
                ports,
                prepared.crms(),
                CrmAddresses.secrets(),
                prepared.fixtures());
        try (HubMachine machine = HubMachine.start(plans, fresh, this::makeShop)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(machine), "end-in-order"));
            out.printf("Everything is up after %.1f s.%n", (System.nanoTime() - begun) / 1e9);
            return tells ? new HubStory(machine, out).tell() : stay(machine);
        }
    }

    private void makeShop(EmbeddedPostgres postgres) {
        ShopDatabase shop = new ShopDatabase(postgres);
        TableLog log = new TableLog(new Blueprint(others.home(), others.data()).jar("integration-hub"));
        shop.make(Customers.shipped(), log::script);
        prepare.name(new CrmAddresses(local(ports.others().localOrg()), local(ports.hubSpot()), shop.jdbcUrl()));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
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
