package dev.tailback.app.pages;

import dev.tailback.app.ads.AdRequest;
import dev.tailback.app.ads.AdView;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Json;
import dev.tailback.web.input.JsonBody;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was typed about an ad. It is kept as typed, so that nothing is lost when it is refused.
 *
 * @param token makes a form that is sent twice count once
 * @param version of the ad that was seen; empty for a new one
 */
public record AdForm(String title, List<Row> rows, Details details, String reason, String token, String version) {

    /** What may be noted besides, as typed. */
    public record Details(String serviceDate, String customerReference, String note) {

        static final Details NONE = new Details("", "", "");

        static Details of(AdView ad) {
            return new Details(
                    ad.serviceDate().map(LocalDate::toString).orElse(""),
                    ad.customerReference().orElse(""),
                    ad.note().orElse(""));
        }

        private static Details of(Form fields) {
            return new Details(fields.text("serviceDate"), fields.text("customerReference"), fields.text("note"));
        }
    }

    /** Units of a product, both as typed. */
    public record Row(String contractProductId, String units) {

        boolean isFilled() {
            return !units.isBlank();
        }
    }

    static AdForm empty() {
        return new AdForm("", List.of(), Details.NONE, "", UUID.randomUUID().toString(), "");
    }

    /** The ad as it is, to be corrected. */
    static AdForm of(AdView ad) {
        return new AdForm(ad.title(), AdContent.of(ad).rows(), Details.of(ad), "", "", ad.etag());
    }

    /** What another ad says, but for its day. */
    static AdForm copyOf(AdView ad) {
        List<Row> rows = ad.entries().stream()
                .filter(entry -> !entry.cancelled())
                .map(entry -> new Row(entry.contractProductId(), String.valueOf(entry.units())))
                .toList();
        Details details =
                new Details("", ad.customerReference().orElse(""), ad.note().orElse(""));
        return new AdForm(ad.title(), rows, details, "", UUID.randomUUID().toString(), "");
    }

    static AdForm of(Form fields) {
        List<String> products = fields.all("product");
        List<String> units = fields.all("units");
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(products.size(), units.size()); row++) {
            rows.add(new Row(products.get(row).strip(), units.get(row).strip()));
        }
        return new AdForm(
                fields.text("title"),
                List.copyOf(rows),
                Details.of(fields),
                fields.text("reason"),
                fields.text("token"),
                fields.text("version"));
    }

    /** The token as a key, so that a form sent twice counts once. */
    Optional<String> key() {
        return Optional.of(token).filter(given -> !given.isBlank());
    }

    AdForm withNewToken() {
        return new AdForm(title, rows, details, reason, UUID.randomUUID().toString(), version);
    }

    AdForm atVersion(String newest) {
        return new AdForm(title, rows, details, reason, token, newest);
    }

    /** With what was merged or chosen. */
    AdForm saying(AdContent content) {
        Details merged = new Details(content.at("serviceDate"), content.at("customerReference"), content.at("note"));
        return new AdForm(content.at("title"), content.rows(), merged, reason, token, version);
    }

    /** For another contract: the units typed for its products, and everything else as the ad says it. */
    AdForm booking(List<Row> others) {
        return new AdForm(title, others, details, reason, token, version);
    }

    AdForm because(String given) {
        return new AdForm(title, rows, details, given, token, version);
    }

    /** The units typed for a product, or empty. */
    public String units(String contractProductId) {
        return rows.stream()
                .filter(row -> row.contractProductId().equals(contractProductId))
                .map(Row::units)
                .findFirst()
                .orElse("");
    }

    /** The rows that say how many units; errors of a request count them from 0. */
    List<Row> filled() {
        return rows.stream().filter(Row::isFilled).toList();
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    AdRequest newAd(String contractId) {
        return AdRequest.newAd(json(contractId));
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    AdRequest correction(String contractId) {
        return AdRequest.correction(json(contractId));
    }

    // The same reader as for the API, so that both take and refuse the same.
    private JsonBody json(String contractId) {
        Map<String, Json> ad = new LinkedHashMap<>();
        ad.put("title", new Json.Text(title));
        ad.put("contractId", new Json.Text(contractId));
        ad.put("products", new Json.Items(filled().stream().map(AdForm::json).toList()));
        putUnlessBlank(ad, "serviceDate", details.serviceDate());
        putUnlessBlank(ad, "customerReference", details.customerReference());
        putUnlessBlank(ad, "note", details.note());
        putUnlessBlank(ad, "reason", reason);
        return new JsonBody(new Json.Fields(ad));
    }

    private static void putUnlessBlank(Map<String, Json> ad, String name, String typed) {
        if (!typed.isBlank()) {
            ad.put(name, new Json.Text(typed));
        }
    }

    private static Json json(Row row) {
        return new Json.Fields(
                Map.of("contractProductId", new Json.Text(row.contractProductId()), "units", number(row.units())));
    }

    /** A number where one was typed, else the text, so that the reader of JSON refuses it. */
    static Json number(String typed) {
        return typed.matches("\\d{1,9}") ? new Json.Digits(typed) : new Json.Text(typed);
    }
}
