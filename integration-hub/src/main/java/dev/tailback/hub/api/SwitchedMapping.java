package dev.tailback.hub.api;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.remapping.SwitchMapping;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Switched;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Switches the mapping of a CRM, and keeps who did: in one transaction. */
@Singleton
class SwitchedMapping {

    private final Transactions transactions;
    private final SwitchMapping switches;
    private final Audit audit;

    SwitchedMapping(Transactions transactions, SwitchMapping switches, Audit audit) {
        this.transactions = transactions;
        this.switches = switches;
        this.audit = audit;
    }

    void on(String crm, long number, long instead, Author author) {
        keep(crm, author, () -> switches.on(crm, number, instead, author));
    }

    void back(String crm, long number, long instead, Author author) {
        keep(crm, author, () -> switches.putBack(crm, number, instead, author));
    }

    private void keep(String crm, Author author, Supplier<Switched> act) {
        transactions.write(() -> act.get()
                .fold(
                        done -> {
                            audit.keep(Act.about(
                                    Deed.MAPPING_SWITCHED,
                                    crm + ", version " + done.now().number(),
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
