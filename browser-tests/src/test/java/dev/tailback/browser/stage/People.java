package dev.tailback.browser.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One Chromium, and everybody who sits at it. */
final class People implements AutoCloseable {
    private static final Path PICTURES = Path.of("target").toAbsolutePath().resolve("pictures");

    private final Playwright playwright;
    private final Browser browser;
    private final URI app;
    private final URI login;
    private final Map<String, String> sessions = new HashMap<>();
    private final List<Person> present = new ArrayList<>();

    private People(Playwright playwright, URI app, URI serviceApp) {
        this.playwright = playwright;
        this.browser = Chromium.launch(playwright);
        this.app = app;
        this.login = serviceApp.resolve("/login");
    }

    /**
     * @param app whose pages they open by a path
     * @param serviceApp where they log in
     */
    static People at(URI app, URI serviceApp) {
        try {
            Files.createDirectories(PICTURES);
            return new People(Chromium.playwright(Fork.directory("playwright")), app, serviceApp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Person stranger(Device device) {
        return at(device, new Browser.NewContextOptions());
    }

    Person person(String account, Device device) {
        if (!sessions.containsKey(account)) {
            Person first = stranger(Device.DESK).opens(login.toString()).signsIn(account, Stage.PASSWORD);
            sessions.put(account, first.page().context().storageState());
        }
        return at(device, new Browser.NewContextOptions().setStorageState(sessions.get(account)));
    }

    private Person at(Device device, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setViewportSize(device.width(), device.height())
                .setLocale(device.locale())
                .setTimezoneId("Europe/Berlin")
                .setJavaScriptEnabled(device.javaScript()));
        Person person = new Person(context, app, PICTURES);
        present.add(person);
        return person;
    }

    List<Path> keepPages(String test) {
        return present.stream().flatMap(person -> person.keeps(test).stream()).toList();
    }

    /** @param failed and then nobody looks at what the browser complained of as well */
    void leave(String test, boolean failed) {
        List<Person> leaving = List.copyOf(present);
        List<String> complaints =
                leaving.stream().flatMap(person -> person.complaints().stream()).toList();
        List<Path> kept = failed || complaints.isEmpty() ? List.of() : keepPages(test);
        present.clear();
        leaving.forEach(Person::leaves);
        if (!failed && !complaints.isEmpty()) {
            throw new AssertionError("The browser complained: " + complaints + "\nThe pages at that moment: " + kept);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
