package dev.tailback.browser.stage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A person at a browser. What is named here by a selector is what has an id or a class in every language. */
public final class Person {
    private static final double LONG_MS = 60_000;

    private static final String SEND = """
            ([path, typed]) => {
              const to = address => new URL(address ?? '', location).pathname === path;
              const sends = form => form.getAttribute('method') === 'post' && to(form.getAttribute('action'));
              const fields = [...new URLSearchParams(typed)];
              let button = [...document.querySelectorAll('button[formaction]')].find(b => to(b.getAttribute('formaction')));
              const form = [...document.forms].find(f => sends(f) && fields.every(([name]) => f.elements[name]))
                ?? button.form;
              form.noValidate = true;
              for (const [name, value] of fields) {
                const pressed = form.querySelector(`button[name="${name}"][value="${value}"]`);
                button = pressed ?? button;
                if (!pressed) (form.elements[name][0] ?? form.elements[name]).value = value;
              }
              // Not before this has returned: the page goes with it.
              setTimeout(() => form.requestSubmit(button && button.form === form ? button : undefined));
            }""";

    private final BrowserContext context;
    private final Troubles troubles = new Troubles();
    private final URI app;
    private final Path pictures;
    private Page page;

    Person(BrowserContext context, URI app, Path pictures) {
        this.context = context;
        this.app = app;
        this.pictures = pictures;
        context.setDefaultTimeout(LONG_MS);
        troubles.watch(context);
        page = context.newPage();
    }

    public Person logsIn(String account, String password) {
        opens("/login");
        return signsIn(account, password);
    }

    /** Where the page asks for it. */
    public Person signsIn(String account, String password) {
        types("#name", account);
        types("#password", password);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    /** @param path of the service app, or a whole address */
    public Person opens(String path) {
        page.navigate(app.resolve(path).toString());
        return this;
    }

    /** @return the status of the answer */
    public int opensFor(String path) {
        return page.navigate(app.resolve(path).toString()).status();
    }

    /**
     * Sends the form of the page that goes to this path, past what the browser itself would say.
     *
     * @param typed as in an address: name=value&name=value; a button's name and value press that button
     * @return the status of the answer
     */
    public int sends(String path, String typed) {
        AtomicBoolean shown = new AtomicBoolean();
        Consumer<Page> shows = any -> shown.set(true);
        page.onLoad(shows);
        Response answer = page.waitForResponse(
                any -> any.request().isNavigationRequest()
                        && any.request().method().equals("POST"),
                () -> page.evaluate(SEND, List.of(path, typed)));
        page.waitForCondition(shown::get);
        page.offLoad(shows);
        return answer.status();
    }

    public Person types(String field, String text) {
        page.locator(field).first().fill(text);
        return this;
    }

    /** Waits for what comes of it only as far as the browser knows that something does. */
    public Person presses(String button) {
        page.locator(button).first().click();
        return this;
    }

    /** Key by key, with nothing but a keyboard. */
    public Person strikes(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Into what has the focus. */
    public Person writes(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Tab by tab, until the wanted element has the focus. */
    public Person tabsTo(String wanted) {
        for (int step = 0; step < 120; step++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)) {
                return this;
            }
        }
        throw new AssertionError("No Tab leads to " + wanted);
    }

    /** Waits until it is there to be seen. */
    public Person sees(String element) {
        assertThat(shown(element).first()).isVisible(visible());
        return this;
    }

    public Person sees(String element, String text) {
        assertThat(shown(element).first())
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_MS));
        return this;
    }

    public Person seesNo(String element) {
        assertThat(page.locator(element)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONG_MS));
        return this;
    }

    /** What stands in a field. */
    public Person has(String field, String value) {
        assertThat(page.locator(field).first())
                .hasValue(value, new LocatorAssertions.HasValueOptions().setTimeout(LONG_MS));
        return this;
    }

    /** Without showing it, with this person's session. */
    public APIResponse asks(String path) {
        return page.request().get(app.resolve(path).toString());
    }

    public Person isAt(String pathPattern) {
        page.waitForURL(Pattern.compile(".*" + pathPattern));
        return this;
    }

    public String reads(String element) {
        return page.locator(element).first().innerText();
    }

    public Locator all(String elements) {
        return page.locator(elements);
    }

    public Page page() {
        return page;
    }

    /** In another tab of the same browser, which is closed afterwards. */
    public Person inAnotherTab(String path, Consumer<Person> does) {
        Page first = page;
        page = context.newPage();
        does.accept(opens(path));
        page.close();
        page = first;
        return this;
    }

    /** In the tab that a link opens, which is closed afterwards. */
    public Person inItsTab(String link, Consumer<Person> does) {
        Page first = page;
        page = context.waitForPage(() -> first.locator(link).click());
        does.accept(this);
        page.close();
        page = first;
        return this;
    }

    /** Presses what leads to a file, and takes it. */
    public String downloads(String link) {
        Download download = page.waitForDownload(() -> presses(link));
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is there to be seen of it: none, or hidden. */
    public Person isOffered(String element, int times) {
        assertThat(shown(element)).hasCount(times, new LocatorAssertions.HasCountOptions().setTimeout(LONG_MS));
        return this;
    }

    /** From another tab or program: the browser shows the page again. */
    public Person returns() {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        return this;
    }

    public Person chooses(String box) {
        page.locator(box).check();
        return this;
    }

    /** What has the focus now. */
    public Person isIn(String field) {
        assertThat(page.locator(field)).isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(LONG_MS));
        return this;
    }

    /** @return what axe-core finds on the page as it stands, and what stands out of the window */
    public List<String> accessibilityFaults() {
        return Accessible.faults(page);
    }

    public Person findsItAccessible() {
        assertEquals(List.of(), accessibilityFaults(), () -> page.url());
        return this;
    }

    public Person findsItFitting() {
        assertEquals(List.of(), Accessible.overflow(page), () -> page.url());
        return this;
    }

    /** Kept under target/pictures. */
    public Person pictures(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** From now on answers of 5xx are what the test is about. */
    public Person expectsFailures() {
        troubles.refusalsAreMeant();
        return this;
    }

    /** What the browser complained of so far. */
    public List<String> complaints() {
        return troubles.seen();
    }

    /** For a test of the complaints themselves. */
    public List<String> forgetsComplaints() {
        return troubles.forget();
    }

    /** @return a picture and the HTML of each of this person's tabs, as far as they can still be had */
    List<Path> keeps(String test) {
        List<Path> kept = new ArrayList<>();
        for (Page tab : context.pages()) {
            String name = "failed-" + test + "-" + System.identityHashCode(tab);
            try {
                Path html = pictures.resolve(name + ".html");
                kept.add(Files.writeString(html, tab.content()));
                Path picture = pictures.resolve(name + ".png");
                tab.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
                kept.add(picture);
            } catch (PlaywrightException | IOException gone) {
                System.err.println("A page of a failed test is gone: " + gone.getMessage());
            }
        }
        return kept;
    }

    void leaves() {
        context.close();
    }

    private Locator shown(String element) {
        return page.locator(element).filter(new Locator.FilterOptions().setVisible(true));
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_MS);
    }
}
