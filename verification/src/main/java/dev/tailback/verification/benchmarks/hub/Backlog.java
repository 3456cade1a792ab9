package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.ProcessMemory;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.Customers;
import dev.tailback.verification.customers.PreparedCustomers;
import dev.tailback.verification.fleet.Await;
import java.time.Duration;
import java.util.List;

/**
 * Every row of the shop changes at one moment while HubSpot is away: what the hub does by itself, from reading the rows
 * until each record of HubSpot has its intent.
 */
record Backlog(Lab lab, int records, Duration poll) {
    private static final String NAME = "backlog";
    private static final List<CustomerCrm> CRMS = List.of(CustomerCrm.MARKETING, CustomerCrm.SHOP);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final long BETWEEN_LOOKS_MS = 250;

    /**
     * @param metPerSecond records of both CRMs that found their golden record, at the first reading
     * @param readPerSecond rows that became observations
     * @param plannedPerSecond rows that became intents
     * @param residentMb at each look
     */
    record Passed(double metPerSecond, double readPerSecond, double plannedPerSecond, Samples residentMb) {}

    Passed run() {
        Customers customers = Companies.of(records, CRMS);
        PreparedCustomers prepared = ThreeCrms.prepare(lab, NAME, customers);
        try (ShopCopy shop =
                        ShopCopy.in(lab.postgres("postgres-" + NAME), customers, HubProcess.shopScript(lab)::script);
                HubSpotCopy hubSpot = HubSpotCopy.start(lab, NAME, prepared);
                HubProcess hub = HubProcess.start(
                        lab, NAME, shop.postgres(), HubFile.of(hubSpot.address(), shop.address()), poll)) {
            long begun = System.nanoTime();
            hub.awaitMet(records, CRMS.size());
            double meeting = (System.nanoTime() - begun) / 1e9;
            hubSpot.down();
            return watch(hub, shop, CRMS.size() * records / meeting);
        }
    }

    private Passed watch(HubProcess hub, ShopCopy shop, double metPerSecond) {
        Samples memory = new Samples();
        long before = hub.database().observations();
        shop.changeAll("Ort");
        long begun = System.nanoTime();
        long[] read = {0};
        Await.require("every row has become an intent", LONGEST, () -> {
            memory.add(ProcessMemory.residentMb(hub.pid()));
            if (read[0] == 0 && hub.database().observations() - before >= records) {
                read[0] = System.nanoTime();
            }
            Await.millis(BETWEEN_LOOKS_MS);
            return hub.database().open() >= records;
        });
        long planned = System.nanoTime();
        long observed = read[0] == 0 ? planned : read[0];
        return new Passed(metPerSecond, perSecond(begun, observed), perSecond(begun, planned), memory);
    }

    private double perSecond(long begun, long ended) {
        return records / ((ended - begun) / 1e9);
    }
}
