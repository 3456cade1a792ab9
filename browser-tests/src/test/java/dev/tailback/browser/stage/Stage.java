package dev.tailback.browser.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Machine;
import dev.tailback.verification.fleet.Plans;
import dev.tailback.verification.fleet.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The packaged programs as the demo starts them, on free ports of 127.0.0.1, and one Chromium. */
public final class Stage implements AutoCloseable {
    /** Of the demo's accounts. */
    public static final String PASSWORD = "tailback";

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path PICTURES = TARGET.resolve("pictures");

    private final Http http = new Http();
    private final Machine machine;
    private final Playwright playwright;
    private final Browser browser;
    private final Salesforce salesforce;
    private final Map<String, String> sessions = new HashMap<>();
    private final List<Person> people = new ArrayList<>();

    private Stage(Machine machine, Playwright playwright) {
        this.machine = machine;
        this.playwright = playwright;
        this.browser = Chromium.launch(playwright);
        this.salesforce = new Salesforce(machine.localOrg());
    }

    static Stage open() {
        Path home = Path.of("..").toAbsolutePath().normalize();
        DataDirectory data = new DataDirectory(TARGET.resolve("stage"));
        Machine machine = Machine.start(
                Plans.of(home, data, Ports.of(Optional.empty(), true), 1).withProvider(true), true);
        // A run that is ended ends what it started; after kill -9 the next run does.
        Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "end-the-stage"));
        try {
            Path unpacked = Files.createDirectories(TARGET.resolve("playwright"));
            Files.createDirectories(PICTURES);
            return new Stage(machine, Chromium.playwright(unpacked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody who has not logged in. */
    public Person stranger(Device device) {
        return at(device, new Browser.NewContextOptions());
    }

    /** Somebody with an account of the demo, logged in. */
    public Person person(String account, Device device) {
        if (!sessions.containsKey(account)) {
            Person first = stranger(Device.DESK).logsIn(account, PASSWORD);
            sessions.put(account, first.page().context().storageState());
        }
        return at(device, new Browser.NewContextOptions().setStorageState(sessions.get(account)));
    }

    private Person at(Device device, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setViewportSize(device.width(), device.height())
                .setLocale(device.locale())
                .setTimezoneId("Europe/Berlin")
                .setJavaScriptEnabled(device.javaScript()));
        Person person = new Person(context, machine.serviceApp(), PICTURES);
        people.add(person);
        return person;
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

    /** @return a picture and the HTML of each page that somebody has open, under target/pictures */
    List<Path> keepPages(String test) {
        return people.stream().flatMap(person -> person.keeps(test).stream()).toList();
    }

    /** @param failed and then nobody looks at what the browser complained of as well */
    void clear(String test, boolean failed) {
        List<Person> leaving = List.copyOf(people);
        salesforce.returns();
        desk("operator").resumesIfPaused();
        List<String> complaints =
                leaving.stream().flatMap(person -> person.complaints().stream()).toList();
        List<Path> kept = failed || complaints.isEmpty() ? List.of() : keepPages(test);
        people.clear();
        leaving.forEach(Person::leaves);
        if (!failed && !complaints.isEmpty()) {
            throw new AssertionError("The browser complained: " + complaints + "\nThe pages at that moment: " + kept);
        }
    }

    @Override
    public void close() {
        try {
            playwright.close();
        } finally {
            machine.close();
        }
    }
}
