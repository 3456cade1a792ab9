package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The end: what Salesforce rolled up beside what the service app wrote down, line by line. */
final class TwoLedgers implements Chapter {
    private static final String ROW = "  %-18s %-10s %6s %10s %10s %14s%n";

    @Override
    public String title(Cast cast) {
        return "Salesforce beside the service app's own ledger";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        narrator.out().printf(ROW, "customer", "product", "sold", "consumed", "available", "own ledger");
        int differences = 0;
        for (String customer : List.of(scene.cast().customer(), scene.cast().other())) {
            differences += compare(customer, scene, narrator);
        }
        narrator.expect("lines that differ", 0, differences);
        narrator.expect("entries on their way", 0, waiting(scene));
    }

    private static int compare(String customer, Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(customer);
        List<Entry> ledger = scene.staff().entriesOf(contract);
        int differences = 0;
        for (ProductLine line : scene.sales().products(contract)) {
            int own = ledgerUnits(ledger, line);
            narrator.out().printf(ROW, customer, line.product(), line.sold(), line.consumed(), line.available(), own);
            differences += own == line.consumed() && line.available() == line.sold() - own ? 0 : 1;
        }
        return differences;
    }

    private static int ledgerUnits(List<Entry> ledger, ProductLine line) {
        return ledger.stream()
                .filter(entry -> entry.contractProductId().equals(line.id()))
                .filter(entry -> !entry.cancelled())
                .mapToInt(Entry::units)
                .sum();
    }

    private static int waiting(Scene scene) {
        JsonNode sync = scene.staff().sync();
        return sync.path("waiting").asInt() + sync.path("retrying").asInt();
    }
}
