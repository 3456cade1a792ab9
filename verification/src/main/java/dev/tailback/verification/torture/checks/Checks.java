package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.queue.EntryQueue;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import dev.tailback.verification.torture.people.Desk;
import dev.tailback.verification.torture.people.Promises;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every check at the end of a run, when all is healed and nothing moves any more. */
public final class Checks {
    private final Desk desk;
    private final Desk operator;
    private final HeldByOrg org;
    private final Promises promises;
    private final Differences differences;

    public Checks(Desk desk, Desk operator, HeldByOrg org, Promises promises, Differences differences) {
        this.desk = desk;
        this.operator = operator;
        this.org = org;
        this.promises = promises;
        this.differences = differences;
    }

    /** @param patience how long the ledgers may differ until the late arrivals of the last seconds are found */
    public Compared check(EntryQueue queue, Duration patience) {
        Await.until(() -> differ(ledgerOf(ads())) == 0, patience);
        List<JsonNode> ads = ads();
        List<LedgerEntry> ledger = ledgerOf(ads);
        new TwoLedgers(differences, new EntryStory(desk)).compare(ledger, org);
        new OwnComparison(operator, differences).check(ledger.size());
        new KeptPromises(desk, promises, differences).check(ads);
        new EmptyQueue(queue, differences).check();
        new Innocent(differences).check(ledger);
        return Compared.of(ads.size(), ledger);
    }

    private List<JsonNode> ads() {
        return desk.all("/api/ads", "ads");
    }

    private static List<LedgerEntry> ledgerOf(List<JsonNode> ads) {
        List<LedgerEntry> ledger = new ArrayList<>();
        ads.forEach(ad -> ad.path("entries").forEach(entry -> ledger.add(LedgerEntry.of(entry))));
        return ledger;
    }

    private int differ(List<LedgerEntry> ledger) {
        Differences now = new Differences();
        new TwoLedgers(now, new EntryStory(desk)).compare(ledger, org);
        return now.of(Harm.UNEQUAL) + now.of(Harm.UNSENT);
    }
}
