package dev.tailback.hub.api;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Switched;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Switches a version, and keeps who did: in one transaction. */
@Singleton
class KeptSwitch {

    private final Transactions transactions;
    private final Audit audit;

    KeptSwitch(Transactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * @param about what it is a version of
     * @throws dev.tailback.web.problems.Problem when there is no such version, or it cannot be switched on now
     */
    void keep(Deed deed, String about, Author author, Supplier<Switched> act) {
        transactions.write(() -> act.get()
                .fold(
                        done -> {
                            String version = about + ", version " + done.now().number();
                            audit.keep(Act.about(deed, version, author.who(), author.note()));
                            return true;
                        },
                        () -> {
                            throw HubProblems.noVersion();
                        },
                        refused -> {
                            throw HubProblems.notSwitched(refused.reason());
                        }));
    }
}
