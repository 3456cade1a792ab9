package dev.tailback.browser.stage;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a browser complains of while a person works: errors of scripts, of the content security policy, of answers. */
final class Troubles {
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    /** Said of each answer above 399; what matters of those is looked at below. */
    private static final String OF_AN_ANSWER = "Failed to load resource";

    /** Said by htmx of the same answers, when a part of a page is what was asked for. */
    private static final String OF_A_PART = "Response Status Error Code";

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile boolean refusalsAreMeant;

    void watch(BrowserContext context) {
        context.onConsoleMessage(this::message);
        context.onWebError(error -> seen.add("a script failed: " + error.error()));
        context.onResponse(this::answer);
    }

    /** From now on answers of 5xx, and parts of pages that are refused, are what the test is about. */
    void refusalsAreMeant() {
        refusalsAreMeant = true;
    }

    private void message(ConsoleMessage message) {
        boolean bad = message.type().equals("error") || message.text().contains("Content Security Policy");
        boolean meant = refusalsAreMeant && message.text().startsWith(OF_A_PART);
        if (bad && !meant && !message.text().startsWith(OF_AN_ANSWER)) {
            seen.add("the console says: " + message.text());
        }
    }

    private void answer(Response response) {
        boolean part = !response.request().isNavigationRequest()
                && response.status() >= CLIENT_ERROR
                && response.url().contains("/assets/");
        if (part || response.status() >= SERVER_ERROR && !refusalsAreMeant) {
            seen.add(response.url() + " was answered with " + response.status());
        }
    }

    List<String> forget() {
        List<String> forgotten = seen();
        seen.clear();
        return forgotten;
    }

    List<String> seen() {
        return List.copyOf(seen);
    }
}
