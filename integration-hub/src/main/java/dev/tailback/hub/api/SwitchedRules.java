package dev.tailback.hub.api;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.rulebook.SwitchRules;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Switched;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Switches rules, and keeps who did: in one transaction. */
@Singleton
class SwitchedRules {

    private final Transactions transactions;
    private final SwitchRules switches;
    private final Audit audit;

    SwitchedRules(Transactions transactions, SwitchRules switches, Audit audit) {
        this.transactions = transactions;
        this.switches = switches;
        this.audit = audit;
    }

    void on(long number, long instead, Author author) {
        keep(author, () -> switches.on(number, instead, author));
    }

    void back(long number, long instead, Author author) {
        keep(author, () -> switches.putBack(number, instead, author));
    }

    private void keep(Author author, Supplier<Switched> act) {
        transactions.write(() -> act.get()
                .fold(
                        done -> {
                            audit.keep(Act.about(
                                    Deed.RULES_SWITCHED,
                                    "version " + done.now().number(),
                                    author.who(),
                                    author.note()));
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
