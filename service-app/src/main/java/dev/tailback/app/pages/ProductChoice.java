package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractProductView;
import java.util.Optional;

/**
 * A product that can be booked in a form.
 *
 * @param name as Salesforce shows it, or as it was last read
 * @param live its figures, where Salesforce could be read
 */
public record ProductChoice(String contractProductId, String name, Optional<ContractProductView> live) {

    static ProductChoice of(ContractProductView product) {
        return new ProductChoice(product.id(), product.product(), Optional.of(product));
    }
}
