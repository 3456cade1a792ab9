package dev.tailback.verification.benchmarks.hub;

import dev.tailback.localservices.OwnedProcess;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.twoway.NaivePlan;
import dev.tailback.verification.benchmarks.twoway.NaiveSync;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.JvmOptions;
import dev.tailback.verification.hubstory.Part;
import dev.tailback.verification.hubstory.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The naive two-way sync, with the options that our programs have. It keeps nothing by which it could explain a value. */
final class NaiveProcess implements Synchroniser {
    private static final Duration START = Duration.ofMinutes(4);

    private final OwnedProcess process;
    private final Path log;

    private NaiveProcess(OwnedProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Lets it read and write a table of the shop. */
    static String shopScript(String table) {
        return "grant usage on schema shop to %1$s; grant select, update on %2$s to %1$s"
                .formatted(CrmAddresses.SHOP_USER, table);
    }

    static NaiveProcess start(Lab lab, String name, ThreeCrms crms, Duration poll) {
        Path plan = lab.directory(name).resolve("naive.json");
        CrmAddresses at = crms.addresses();
        List<Map<CustomerCrm, String>> customers = IntStream.rangeClosed(1, crms.count())
                .mapToObj(customer -> ids(crms.register(), customer))
                .toList();
        new NaivePlan(at.sales(), at.marketing(), at.shop(), poll, customers).write(plan);
        Path log = lab.log(name);
        OwnedProcess process = lab.start(
                name,
                new ProcessBuilder(command(lab, plan)).redirectErrorStream(true).redirectOutput(log.toFile()));
        Await.require(
                "the naive sync is ready", START, () -> said(log).anyMatch(line -> line.startsWith(NaiveSync.ASKED)));
        return new NaiveProcess(process, log);
    }

    private static Map<CustomerCrm, String> ids(Register register, int customer) {
        Map<CustomerCrm, String> ids = new EnumMap<>(CustomerCrm.class);
        for (CustomerCrm crm : CustomerCrm.values()) {
            ids.put(crm, register.id(crm, Part.COMPANY, customer));
        }
        return ids;
    }

    private static List<String> command(Lab lab, Path plan) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmOptions.forProgram());
        command.addAll(List.of(
                "-cp",
                lab.plans().blueprint().jar("verification").toString(),
                NaiveSync.class.getName(),
                plan.toString()));
        return command;
    }

    private static Stream<String> said(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException notYet) {
            return Stream.of();
        }
    }

    @Override
    public String name() {
        return "naive two-way sync";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isQuietSince(Instant time) {
        return said(log)
                .filter(line -> line.startsWith(NaiveSync.ASKED))
                .map(line -> Instant.parse(line.substring(NaiveSync.ASKED.length())))
                .anyMatch(time::isBefore);
    }

    @Override
    public boolean explains(String value) {
        return false;
    }

    @Override
    public void close() {
        process.kill();
    }
}
