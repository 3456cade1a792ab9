package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.pages.Browser;
import dev.tailback.verification.pages.Forms.Field;
import dev.tailback.verification.pages.PageForm;
import dev.tailback.verification.pages.Screen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What finance does on the pages of the service app, and what it tells about it over its HTTP API. */
final class FinanceDesk {
    private final Http http = new Http();
    private final Browser browser;
    private final URI app;
    private final String authorization;

    FinanceDesk(URI app, String account, String password) {
        this.browser = Browser.loggedIn(app, account, password);
        this.app = app;
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** On the page of the month, where the contract waits to be fulfilled. */
    Screen askToClose(String contractId, String reason) {
        PageForm form = month().form(offered -> offered.action().equals("/finance/closings")
                && offered.fields().contains(new Field("contractId", contractId)));
        return browser.sends(form.with("reason", reason));
    }

    JsonNode closing(String contractId) {
        for (JsonNode closing : read("/api/finance/closings").path("closings")) {
            if (closing.path("contractId").asText().equals(contractId)) {
                return closing;
            }
        }
        throw new StoryFailed("The service app does not show contract " + contractId + " as closing");
    }

    JsonNode lockedUsage(String contractId) {
        return read("/api/finance/locked-usage?contractId=" + contractId);
    }

    /** By itself, whatever its month. */
    Screen close(String contractId) {
        PageForm form = month().form(offered ->
                offered.action().equals("/finance/close") && offered.fields().contains(new Field("contractId", "")));
        return browser.sends(form.with("contractId", contractId));
    }

    private Screen month() {
        return browser.opens("/finance");
    }

    JsonNode statement(long number) {
        return read("/api/finance/statements/" + number);
    }

    private JsonNode read(String path) {
        return http.send("GET", app.resolve(path), Map.of("Authorization", authorization), Http.NOTHING)
                .orElseThrow(() -> new StoryFailed("GET " + path + " was not answered"))
                .body();
    }
}
