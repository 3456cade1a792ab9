package dev.tailback.browser.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine. Playwright would fetch one of its own; Debian's gets its updates from Debian. */
final class Chromium {
    static final String ABSENT = "No Chromium was found, so the browser tests are skipped: install it"
            + " (on Debian: apt-get install chromium), or name another with -Dtailback.browser=/path/to/it.";

    private static final String REQUIRED = "required";
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private Chromium() {}

    /** @return empty when there is none and none is required */
    static Optional<Path> find() {
        String named = System.getProperty("tailback.browser", "");
        Optional<Path> found = named.isEmpty() || named.equals(REQUIRED)
                ? Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                : Optional.of(Path.of(named));
        if (found.isEmpty() && named.equals(REQUIRED)) {
            throw new IllegalStateException("-Dtailback.browser=required, and no Chromium was found.");
        }
        return found;
    }

    static Playwright playwright(Path unpacked) {
        System.setProperty("playwright.driver.tmpdir", unpacked.toString());
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        .setArgs(QUIET));
    }
}
