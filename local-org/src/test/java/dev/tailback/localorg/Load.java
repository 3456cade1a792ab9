package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures upserts through collections: {@code Load [records] [connections] [rounds]}, against the orchard project with
 * one region and orchard for each connection. The first round creates, the others change. docs/local-org.md tells how
 * to run it.
 */
final class Load {
    private static final int TOGETHER = 200;

    private Load() {}

    public static void main(String[] arguments) throws InterruptedException {
        int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path source = Path.of(System.getProperty("source", "local-org/src/test/resources/orchard"));
        try (LocalOrg org = LocalOrg.start(LocalOrgOptions.of(source))) {
            List<Client> clients = new ArrayList<>();
            for (int number = 0; number < connections; number++) {
                clients.add(Client.as("admin", org));
            }
            for (int number = 0; number < connections; number++) {
                String region = clients.get(0).create("Region__c", "{'Name':'Load'}");
                String orchard = "{'Name':'O','Code__c':'O" + number + "','Region__c':'" + region + "'}";
                clients.get(0).create("Orchard__c", orchard);
            }
            for (int round = 1; round <= rounds; round++) {
                round(clients, records, round);
            }
            Runtime runtime = Runtime.getRuntime();
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    "heap in use after collection: %d MiB%n",
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }

    private static void round(List<Client> clients, int records, int round) throws InterruptedException {
        long start = System.nanoTime();
        AtomicInteger failed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < clients.size(); number++) {
            int mine = number;
            Thread thread = new Thread(() -> write(clients, mine, records / clients.size(), round, failed));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "round %d: %,d records in %.1f s, %,.0f records/s, %d calls failed%n",
                round,
                records,
                seconds,
                records / seconds,
                failed.get());
    }

    private static void write(List<Client> clients, int mine, int records, int round, AtomicInteger failed) {
        for (int from = 0; from < records; from += TOGETHER) {
            StringBuilder body = new StringBuilder("{'allOrNone':false,'records':[");
            for (int number = from; number < Math.min(records, from + TOGETHER); number++) {
                body.append(number == from ? "" : ",")
                        .append("{'attributes':{'type':'Tree__c'},'Code__c':'")
                        .append(mine)
                        .append('-')
                        .append(number)
                        .append("','Orchard__r':{'Code__c':'O")
                        .append(mine)
                        .append("'},'Apples__c':0,'Note__c':'r")
                        .append(round)
                        .append("'}");
            }
            String answer = clients.get(mine)
                    .patch(
                            API + "/composite/sobjects/Tree__c/Code__c",
                            body.append("]}").toString())
                    .raw()
                    .body();
            if (answer.contains("\"success\":false")) {
                failed.incrementAndGet();
            }
        }
    }
}
