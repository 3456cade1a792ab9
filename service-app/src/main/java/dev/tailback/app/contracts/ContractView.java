package dev.tailback.app.contracts;

import dev.tailback.salesforce.contract.Contract;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A contract as Salesforce showed it at {@code readAt}, with what still waits here.
 *
 * @param number Salesforce's contract number
 * @param customer name of the account
 * @param fulfilled finance declared it done; its usage no longer changes
 * @param readAt when Salesforce was asked; nothing of this is kept
 */
@Serdeable
public record ContractView(
        String id,
        String number,
        String customer,
        boolean fulfilled,
        List<ContractProductView> products,
        Instant readAt) {

    static ContractView of(Contract contract, Map<String, Long> waiting, Instant readAt) {
        List<ContractProductView> products = contract.products().stream()
                .map(product -> ContractProductView.of(product, waiting.getOrDefault(product.id(), 0L)))
                .toList();
        return new ContractView(
                contract.id(), contract.number(), contract.customer(), contract.fulfilled(), products, readAt);
    }
}
