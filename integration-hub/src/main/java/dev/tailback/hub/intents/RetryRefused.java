package dev.tailback.hub.intents;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tries again what a CRM refused, since a person says that the cause is mended. It is written as any other intent: only
 * if the record still holds what we believe.
 */
@Singleton
public class RetryRefused {

    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final RefusedRows rows;
    private final Audit audit;

    RetryRefused(Transactions transactions, RefusedRows rows, Audit audit) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
    }

    /** @return whether it was refused, and waits for its turn now */
    public boolean one(UUID intent, String who, String note) {
        return transactions.write(() -> {
            List<RefusedIntent> opened = open(List.of(intent));
            opened.forEach(one -> audit.keep(Act.aboutGolden(Deed.RETRIED, one.goldenId(), who, note)));
            return !opened.isEmpty();
        });
    }

    /**
     * All that one CRM refused for one cause until now, {@value #AT_ONCE} in one transaction. One act for each of
     * these, so that a crash leaves only acts that happened.
     *
     * @return how many
     */
    public long all(String crm, String code, String who, String note) {
        long opened = 0;
        UUID last = RefusedIntents.NONE;
        List<RefusedIntent> page = rows.of(crm, code, last, AT_ONCE);
        while (!page.isEmpty()) {
            opened += retry(page, crm + " " + code, who, note);
            last = page.get(page.size() - 1).id();
            page = rows.of(crm, code, last, AT_ONCE);
        }
        return opened;
    }

    private long retry(List<RefusedIntent> page, String cause, String who, String note) {
        return transactions.write(() -> {
            int opened = open(page.stream().map(RefusedIntent::id).toList()).size();
            if (opened > 0) {
                audit.keep(Act.about(Deed.RETRIED, cause + ": " + opened + " records", who, note));
            }
            return (long) opened;
        });
    }

    private List<RefusedIntent> open(List<UUID> intents) {
        String[] ids = intents.stream().map(UUID::toString).toArray(String[]::new);
        rows.lockGoldens(ids);
        rows.considerGoldens(ids);
        List<RefusedIntent> refused = rows.lock(ids);
        refused.forEach(one -> rows.open(one.id()));
        List<RefusedIntent> creations = rows.lockCreations(ids);
        creations.forEach(one -> rows.openCreation(one.id()));
        return Stream.concat(refused.stream(), creations.stream()).toList();
    }
}
