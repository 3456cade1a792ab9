package dev.tailback.salesforce.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tailback.salesforce.contract.SentContractSoql;
import dev.tailback.salesforce.usage.SentUsageSoql;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every query we send is SOQL to its end, and names only what the schema has. */
class SentSoqlTest {

    private static final SoqlNames NAMES = SoqlNames.of(Path.of(""));

    @ParameterizedTest
    @MethodSource("sent")
    void a_query_we_send_is_whole_and_names_what_exists(String soql) {
        assertEquals(List.of(), NAMES.faults(soql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM WHERE x = 1",
                "SELECT Id FROM Contract WHERE Account.Name = 'O'Neil'",
                "SELECT Id FROM Contract LIMIT 1 and more",
                "SELECT Id, Fulfilment_Status__c FROM Contract",
                "SELECT Id FROM Contracts",
                "SELECT Id FROM Contract WHERE Customer.Name = 'x'",
                "SELECT Id, (SELECT Id FROM Products__r) FROM Contract",
                "SELECT Id, (SELECT Id, Sold__c FROM Contract_Products__r) FROM Contract",
                "SELECT Id FROM Product_Usage__c WHERE Contract_Product__r.Contract_c = 'x'",
                "SELECT Id FROM Product_Usage__c ORDER BY Unit__c",
                "SELECT Id FROM Contract WHERE Id = :id",
            })
    void a_broken_query_is_found(String soql) {
        assertFalse(NAMES.faults(soql).isEmpty(), soql);
    }

    static List<String> sent() {
        Optional<String> tricky = Optional.of("O'Neil \\ 50%_\n\"x\"");
        return Stream.concat(SentContractSoql.all(tricky).stream(), SentUsageSoql.all(tricky).stream())
                .toList();
    }
}
