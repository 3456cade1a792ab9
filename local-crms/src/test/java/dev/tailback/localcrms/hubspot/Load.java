package dev.tailback.localcrms.hubspot;

import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Upserts companies, 100 a call, twice: {@code Load RECORDS CONNECTIONS}. Client and account share the process. */
final class Load {
    private static final int BATCH = 100;

    private final Caller app;
    private final int records;
    private final int connections;

    private Load(Caller app, int records, int connections) {
        this.app = app;
        this.records = records;
        this.connections = connections;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Files.createTempDirectory("load").resolve("crm.jsonl");
        LocalHubSpotOptions options =
                LocalHubSpotOptions.standard().withData(file).withAllowances(AllowanceSettings.generous());
        try (LocalHubSpot crm = LocalHubSpot.start(options)) {
            Load load = new Load(Caller.of(crm), Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
            load.app.post(
                    "/local-crms/schema/companies",
                    "{'name':'ext_key','label':'Key','type':'string','hasUniqueValue':true}");
            load.round("created");
            load.round("changed");
            load.searches();
        }
    }

    private void round(String name) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Thread[] threads = new Thread[connections];
        for (int n = 0; n < connections; n++) {
            threads[n] = new Thread(() -> upsert(name, next));
            threads[n].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s %,d records: %,.0f a second%n", name, records, records / seconds);
    }

    private void upsert(String name, AtomicInteger next) {
        for (int from = next.getAndAdd(BATCH); from < records; from = next.getAndAdd(BATCH)) {
            String inputs = IntStream.range(from, Math.min(records, from + BATCH))
                    .mapToObj(n -> "{'id':'k" + n + "','idProperty':'ext_key','properties':{'name':'" + name + " " + n
                            + "','city':'Bern','numberofemployees':'" + n + "'}}")
                    .collect(Collectors.joining(","));
            int status = app.post("/crm/objects/2026-09/companies/batch/upsert", "{'inputs':[" + inputs + "]}")
                    .status();
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
        }
    }

    private void searches() {
        long start = System.nanoTime();
        for (int n = 0; n < 10; n++) {
            app.post(
                    "/crm/objects/2026-09/companies/search",
                    "{'limit':200,'sorts':['hs_object_id'],'filterGroups':[{'filters':[{'propertyName':"
                            + "'hs_lastmodifieddate','operator':'GT','value':'0'}]}]}");
        }
        System.out.printf("a search: %,.0f ms%n", (System.nanoTime() - start) / 1e6 / 10);
    }
}
