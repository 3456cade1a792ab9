package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.pages.Browser;
import dev.tailback.verification.pages.PageForm;
import dev.tailback.verification.pages.Screen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What service staff do on the pages of the service app, and what it tells about it over its HTTP API. */
final class StaffDesk {
    private final Http http = new Http();
    private final Browser browser;
    private final URI app;
    private final String authorization;

    StaffDesk(URI app, String account, String password) {
        this.browser = Browser.loggedIn(app, account, password);
        this.app = app;
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    Screen contract(String contractId) {
        return browser.opens("/contracts/" + contractId);
    }

    /** The form of a new ad on the page of this contract, filled in. */
    PageForm newAd(String title, String contractId, ProductLine line, int units) {
        return contract(contractId)
                .form("/contracts/" + contractId + "/ads")
                .with("title", title)
                .withUnits(line.id(), units);
    }

    /** The form of an ad that is open at the screen, with units of this product and of no other. */
    PageForm correction(Ad ad, ProductLine line, int units) {
        return browser.opens("/ads/" + ad.id()).form("/ads/" + ad.id()).withUnits(line.id(), units);
    }

    Screen sends(PageForm form) {
        return browser.sends(form);
    }

    void sendsAndLeaves(PageForm form) {
        browser.sendsAndLeaves(form);
    }

    Ad place(String title, String contractId, ProductLine line, int units) {
        requireSaved("Creating the ad " + title, sends(newAd(title, contractId, line, units)));
        return adTitled(contractId, title);
    }

    Ad correct(Ad ad, ProductLine line, int units) {
        requireSaved("Correcting the ad " + ad.title(), sends(correction(ad, line, units)));
        return show(ad.id());
    }

    Ad show(String adId) {
        Http.Answer answer = read("/api/ads/" + adId);
        requireStatus("Showing the ad " + adId, 200, answer);
        return adFrom(answer);
    }

    List<Entry> entriesOf(String contractId) {
        List<Entry> entries = new ArrayList<>();
        int page = 0;
        JsonNode body;
        do {
            Http.Answer answer = read("/api/ads?contractId=" + contractId + "&page=" + page++);
            requireStatus("Listing the ads of " + contractId, 200, answer);
            body = answer.body();
            body.path("ads").forEach(ad -> entries.addAll(Ad.of(ad, "").entries()));
        } while (body.path("more").asBoolean());
        return entries;
    }

    Ad adTitled(String contractId, String title) {
        Http.Answer answer = read("/api/ads?contractId=" + contractId);
        requireStatus("Listing the ads of " + contractId, 200, answer);
        for (JsonNode ad : answer.body().path("ads")) {
            if (ad.path("title").asText().equals(title)) {
                return show(ad.path("id").asText());
            }
        }
        throw new StoryFailed("The service app shows no ad titled " + title);
    }

    void revert(Ad ad) {
        String action = "/ads/" + ad.id() + "/entries/" + ad.only().id() + "/revert";
        Screen page = browser.opens("/ads/" + ad.id());
        requireSaved("Going back to what Salesforce holds", sends(page.form(action)));
    }

    JsonNode sync() {
        Http.Answer answer = read("/api/sync");
        requireStatus("Reading the state of the exchange", 200, answer);
        return answer.body();
    }

    private Ad adFrom(Http.Answer answer) {
        return Ad.of(answer.body(), answer.etag());
    }

    private Http.Answer read(String path) {
        return http.send("GET", app.resolve(path), Map.of("Authorization", authorization), Http.NOTHING)
                .orElseThrow(() -> new StoryFailed("GET " + path + " was not answered"));
    }

    private static void requireSaved(String what, Screen page) {
        if (page.status() != 200) {
            throw new StoryFailed(
                    what + " was answered with " + page.status() + ": " + page.code() + " " + page.refusal());
        }
    }

    private static void requireStatus(String what, int status, Http.Answer answer) {
        if (answer.status() != status) {
            throw new StoryFailed(what + " was answered with " + answer.status() + " instead of " + status + ": "
                    + answer.code() + " " + answer.detail());
        }
    }
}
