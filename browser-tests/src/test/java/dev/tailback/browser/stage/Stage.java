package dev.tailback.browser.stage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Machine;
import dev.tailback.verification.fleet.Plans;
import dev.tailback.verification.fleet.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The packaged programs as the demo starts them, on free ports of 127.0.0.1, and one Chromium. */
public final class Stage implements PlayedOn, AutoCloseable {
    /** Of the demo's accounts. */
    public static final String PASSWORD = "tailback";

    private final Http http = new Http();
    private final Machine machine;
    private final People people;
    private final Salesforce salesforce;

    private Stage(Machine machine, People people) {
        this.machine = machine;
        this.people = people;
        this.salesforce = new Salesforce(machine.localOrg());
    }

    static Stage open() {
        Path home = Path.of("..").toAbsolutePath().normalize();
        DataDirectory data = new DataDirectory(Fork.directory("stage"));
        Machine machine = Machine.start(
                Plans.of(home, data, Ports.of(Optional.empty(), true), 1).withProvider(true), true);
        // A run that is ended ends what it started; after kill -9 the next run does.
        Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "end-the-stage"));
        return new Stage(machine, People.at(machine.serviceApp(), machine.serviceApp()));
    }

    /** Somebody who has not logged in. */
    public Person stranger(Device device) {
        return people.stranger(device);
    }

    /** Somebody with an account of the demo, logged in. */
    public Person person(String account, Device device) {
        return people.person(account, device);
    }

    public Salesforce salesforce() {
        return salesforce;
    }

    /** Over the API. */
    public Desk desk(String account) {
        return new Desk(machine.serviceApp(), account);
    }

    /** @return the status with which the API answers a GET with this token */
    public int status(String path, String token) {
        return http.send(
                        "GET",
                        machine.serviceApp().resolve(path),
                        Map.of("Authorization", "Bearer " + token),
                        Http.NOTHING)
                .orElseThrow()
                .status();
    }

    public Past past() {
        return new Past(machine.postgres());
    }

    /** For what no page tells by itself. */
    public void awaits(String condition, BooleanSupplier isMet) {
        Await.require(condition, Duration.ofMinutes(2), isMet);
    }

    public URI serviceApp() {
        return machine.serviceApp();
    }

    public URI localOrg() {
        return machine.localOrg();
    }

    /** An ad that was booked before its contract was fulfilled and reached Salesforce after it. */
    public JsonNode rejectedAd(String title, SoldContract contract, Map<String, Integer> units) {
        desk("operator").pauses();
        JsonNode ad = desk("service").places(title, contract, units);
        salesforce.fulfils(contract);
        desk("operator").resumes();
        desk("service").awaits(ad, "Rejected");
        return ad;
    }

    @Override
    public List<Path> keepPages(String test) {
        return people.keepPages(test);
    }

    @Override
    public void clear(String test, boolean failed) {
        salesforce.returns();
        desk("operator").resumesIfPaused();
        people.leave(test, failed);
    }

    @Override
    public void close() {
        try {
            people.close();
        } finally {
            machine.close();
        }
    }
}
