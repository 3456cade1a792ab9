package dev.tailback.hub.allowance;

import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/** An operator stops all calls to one CRM, and lets them go on. Calls that are out end as they would. */
@Singleton
public class PauseCrm {

    private final Transactions transactions;
    private final AllowanceRows rows;
    private final PauseRows acts;

    PauseCrm(Transactions transactions, AllowanceRows rows, PauseRows acts) {
        this.transactions = transactions;
        this.rows = rows;
        this.acts = acts;
    }

    /**
     * @param who 1 to 100 letters
     * @param note for other people, up to 1,000 letters
     * @return whether it was not paused before
     */
    public boolean pause(String crm, String who, String note) {
        return transactions.write(() -> {
            rows.know(crm);
            return kept(rows.pause(crm, who, note), crm, PauseAct.Kind.PAUSED, who, note);
        });
    }

    /** @return whether it was paused before */
    public boolean resume(String crm, String who, String note) {
        return transactions.write(() -> kept(rows.resume(crm), crm, PauseAct.Kind.RESUMED, who, note));
    }

    private boolean kept(long changed, String crm, PauseAct.Kind act, String who, String note) {
        if (changed == 1) {
            acts.append(crm, act, who, note);
        }
        return changed == 1;
    }

    /** The newest first. */
    public List<PauseAct> acts(String crm, int limit) {
        return acts.of(crm, limit);
    }
}
