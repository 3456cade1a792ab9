package dev.tailback.crm.table;

import dev.tailback.crm.kit.Findings;
import dev.tailback.crm.kit.Playground;
import dev.tailback.crm.kit.Subject;
import dev.tailback.crm.kit.Waiting;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract against a real PostgreSQL. What the kit does to HTTP is done to a database in TableFaultsTest. */
class TableKitTest {

    private static final Set<String> OF_HTTP = Set.of(
            "A CRM that is down is unavailable, and is used again when it is back",
            "A CRM that takes no connection is unavailable",
            "Nothing is sent while the CRM told us to wait",
            "A lost answer is an unknown outcome, and a repeat does no harm",
            "A page of HTML is told in one sentence, and nothing is taken from it",
            "JSON that is cut off is told in one sentence, and nothing is taken from it",
            "JSON with values of other types is told in one sentence, and nothing is taken from it",
            "An endless answer is told in one sentence, and nothing is taken from it",
            "An answer that drips is told in one sentence, and nothing is taken from it",
            "Ids that are none are not taken for records",
            "The same page again and again comes to an end");

    private static final Set<String> NOT_OF_A_TABLE = Set.of(
            "A merge is told, with the record that stays",
            // Changes are in the order of transactions: no clock is asked.
            "A change is told while the CRM's clock is wrong");

    private final CompanyDatabase company = new CompanyDatabase();

    @Test
    void the_contract_is_kept() {
        Playground ground = new Playground(
                CompanyDatabase.OBJECT,
                "name",
                "city",
                Optional.of("hub_key"),
                Map.of(),
                Optional.of(Map.entry("staff", "many")));
        Subject subject = Subject.of(() -> new TableConnector(company.settings()), ground, Waiting.REAL)
                .with(company)
                .withSchemaChange(() -> company.runs("alter table crm.customer add region text"));

        Set<String> notTried = new HashSet<>(OF_HTTP);
        notTried.addAll(NOT_OF_A_TABLE);
        Findings.assertKept(Findings.of(subject, 3_000), notTried);
    }
}
