package dev.tailback.app.testing;

import static dev.tailback.app.testing.Staff.ad;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.queue.Settlement;
import dev.tailback.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One customer's contract of the seed, with a line and an org: what is booked on it really reaches Salesforce's rules.
 */
public record Booking(Org org, Line line, String contract, String small, String gigantic) {

    public static Booking of(Org org, Line line) {
        JsonNode found = line.staff()
                .get("/api/contracts?customer=Magic")
                .body()
                .path("contracts")
                .path(0);
        return new Booking(org, line, found.path("id").asText(), product(found, "Small"), product(found, "Gigantic"));
    }

    private static String product(JsonNode contract, String name) {
        for (JsonNode product : contract.path("products")) {
            if (product.path("product").asText().equals(name)) {
                return product.path("id").asText();
            }
        }
        throw new IllegalStateException("The seed has no product " + name);
    }

    public Answer create(Object... productsAndUnits) {
        return line.staff().create(ad("Spring", contract, productsAndUnits));
    }

    public Answer correct(Answer created, Object... productsAndUnits) {
        return line.staff().correct(line.staff().read(created), ad("Spring", contract, productsAndUnits));
    }

    /** Corrects while Salesforce cannot be looked at, so that only its rules decide. */
    public Answer correctUnseen(Answer created, Object... productsAndUnits) {
        org.goDown();
        Answer corrected = correct(created, productsAndUnits);
        org.heal();
        return corrected;
    }

    /** Everything that waits goes to Salesforce, and its answers come home. @return what was sent */
    public List<UsageRecord> report() {
        List<UsageRecord> all = new ArrayList<>();
        line.relay();
        List<UsageRecord> some = line.worker().settle(org::send);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = line.worker().settle(org::send);
        }
        line.outcomes();
        return all;
    }

    /** A copy of an earlier send arrives now. */
    public Settlement arrivesLate(UsageRecord copy) {
        return org.send(copy);
    }

    public JsonNode held(Answer ad) {
        return org.usage(UUID.fromString(ad.entryId(0)));
    }

    public JsonNode entry(Answer ad) {
        return line.staff().get("/api/usage/" + ad.entryId(0)).body();
    }

    public Answer revert(Answer ad) {
        return line.staff().post("/api/usage/" + ad.entryId(0) + "/revert");
    }
}
