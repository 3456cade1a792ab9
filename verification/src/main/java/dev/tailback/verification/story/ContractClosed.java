package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.pages.Screen;
import java.math.RoundingMode;

/** (j) What both sides hold of the fulfilled contract becomes a statement that never changes. */
final class ContractClosed implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(j) Finance makes the close statement of the fulfilled contract.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(scene.cast().other());
        int consumed = scene.sales().products(contract).stream()
                .mapToInt(ProductLine::consumed)
                .sum();
        JsonNode usage = scene.financeApp().lockedUsage(contract);
        narrator.expect(
                "ledger and Salesforce agree", true, usage.path("agrees").asBoolean());
        narrator.expect("units to invoice", consumed, sum(usage).path("units").asInt());

        Screen closed = scene.financeApp().close(contract);
        narrator.expect("closing", 200, closed.status());
        long number = Long.parseLong(closed.path().substring(closed.path().lastIndexOf('/') + 1));
        JsonNode statement = scene.financeApp().statement(number);
        JsonNode total = statement.path("statement").path("sums").path(0);
        narrator.expect("units in the statement", consumed, total.path("units").asInt());
        narrator.says("Statement " + number + ": "
                + total.path("amount").decimalValue().setScale(2, RoundingMode.HALF_UP) + " "
                + total.path("currency").asText() + ", signed with "
                + statement.path("signature").path("publicKey").asText());
        narrator.expect(
                "closing again",
                "nothing_to_close",
                scene.financeApp().close(contract).code());
    }

    private static JsonNode sum(JsonNode usage) {
        return usage.path("totals").path("currencies").path(0);
    }
}
