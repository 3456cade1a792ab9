package dev.tailback.verification.benchmarks.start;

import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The three programs of a demo, started in several ways in turn, so that each meets the same load. */
final class ProgramStarts {
    private static final String LOCAL_ORG = "local-org";
    private static final String SERVICE_APP = "service-app";
    private static final String SYNC_WORKER = "sync-worker";
    private static final List<String> MODULES = List.of(LOCAL_ORG, SERVICE_APP, SYNC_WORKER);
    private static final int CALLS_IN_FLIGHT = 4;

    private final Lab lab;
    private final House house;
    private final Archives archives;
    private final ProgramPlan org;
    private final Map<String, StartCosts> costs = new TreeMap<>();

    ProgramStarts(Lab lab, House house, Archives archives) {
        this.lab = lab;
        this.house = house;
        this.archives = archives;
        this.org = lab.plans().localOrg();
    }

    /** The first start also makes the tables; somebody opens a page. */
    void makeArchives() {
        Program localOrg = lab.start(org, options(Variant.ARCHIVE, LOCAL_ORG));
        Program serviceApp = house.startServiceApp(options(Variant.ARCHIVE, SERVICE_APP));
        Program worker = house.startWorker(CALLS_IN_FLIGHT, options(Variant.ARCHIVE, SYNC_WORKER));
        new Http().send("GET", house.serviceApp().resolve("/login"), Map.of(), Http.NOTHING);
        MODULES.forEach(archives::make);
        List.of(worker, serviceApp, localOrg).forEach(Program::kill);
    }

    void measure(List<Variant> variants, int starts, Duration idle) {
        for (int start = 1; start <= starts; start++) {
            for (Variant variant : variants) {
                round(variant, start == starts ? idle : Duration.ZERO);
            }
        }
        Table table = StartCosts.table((int) idle.toSeconds());
        for (String module : MODULES) {
            variants.forEach(
                    variant -> costs(variant, module).row(table, module, variant, costs(Variant.JARS, module)));
        }
        table.print(System.out);
    }

    private void round(Variant variant, Duration idle) {
        StartCosts ofOrg = costs(variant, LOCAL_ORG);
        StartCosts ofApp = costs(variant, SERVICE_APP);
        StartCosts ofWorker = costs(variant, SYNC_WORKER);
        Program localOrg = ofOrg.of(() -> lab.start(org, options(variant, LOCAL_ORG)));
        Program serviceApp = ofApp.of(() -> house.startServiceApp(options(variant, SERVICE_APP)));
        Program worker = ofWorker.of(() -> house.startWorker(CALLS_IN_FLIGHT, options(variant, SYNC_WORKER)));
        if (!idle.isZero()) {
            Await.millis(idle.toMillis());
            ofOrg.atRest(localOrg);
            ofApp.atRest(serviceApp);
            ofWorker.atRest(worker);
        }
        List.of(worker, serviceApp, localOrg).forEach(Program::kill);
    }

    private String[] options(Variant variant, String module) {
        return variant.options(archives.of(module));
    }

    private StartCosts costs(Variant variant, String module) {
        return costs.computeIfAbsent(module + " " + variant.name(), none -> new StartCosts());
    }
}
