package dev.tailback.hub.erasure;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.stewards.Said;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Erases a person, in one transaction: every value of theirs goes from observations, facts, decisions, intents,
 * outcomes and notes, also from the history of others that were one with them for a while. What stays are ids, times,
 * counts and the names of those who decided. From then on nothing is kept of the person's records, although the CRMs
 * may still hold them.
 */
@Singleton
public class ErasePerson {

    private final Transactions transactions;
    private final FindPerson find;
    private final ErasureRows rows;
    private final EmptyPerson empty;
    private final Audit audit;

    ErasePerson(Transactions transactions, FindPerson find, ErasureRows rows, EmptyPerson empty, Audit audit) {
        this.transactions = transactions;
        this.find = find;
        this.rows = rows;
        this.empty = empty;
        this.audit = audit;
    }

    /**
     * A repeat changes nothing and tells what was done.
     *
     * @param said who, and why, in words without a value of the person
     */
    public Erased erase(UUID golden, Said said) {
        return transactions.write(
                () -> find.refusal(golden, said).or(() -> find.done(golden)).orElseGet(() -> eraseNow(golden, said)));
    }

    private Erased eraseNow(UUID golden, Said said) {
        // Somebody may have merged or erased it until it was locked.
        List<UUID> same = find.lock(golden);
        return find.refusal(golden, said).or(() -> find.done(golden)).orElseGet(() -> {
            rows.append(golden, said.who(), said.note(), TextMap.json(empty.empty(same)));
            audit.keep(Act.aboutGolden(Deed.ERASED, golden, said.who(), said.note()));
            return find.done(golden).orElseThrow();
        });
    }
}
