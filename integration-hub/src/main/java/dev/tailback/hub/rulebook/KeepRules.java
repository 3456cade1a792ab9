package dev.tailback.hub.rulebook;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.survivorship.Rules;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.SwitchVersions;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps rules as a new version. They decide nothing until they are switched on. */
@Singleton
public class KeepRules {

    private final Transactions transactions;
    private final Versions versions;
    private final SwitchVersions switches;
    private final RulesVersions rules;

    KeepRules(Transactions transactions, Versions versions, SwitchVersions switches, RulesVersions rules) {
        this.transactions = transactions;
        this.versions = versions;
        this.switches = switches;
        this.rules = rules;
    }

    /** At the start of the program: where no rules are in force, the latest change wins. @param crms their names */
    public void begin(List<String> crms) {
        String yaml = Rules.latestChangeWins(crms).yaml();
        transactions.write(() -> {
            switches.begin(Subject.RULES, yaml, Author.HUB);
            return true;
        });
    }

    /**
     * @param yaml as the author wrote it, with comments
     * @return the number of the version
     * @throws DeclarationInvalid with every reason, and nothing is kept
     */
    public long keep(String yaml, Author author) throws DeclarationInvalid {
        rules.read(yaml);
        return transactions.write(() -> versions.keep(Subject.RULES, yaml, author));
    }
}
