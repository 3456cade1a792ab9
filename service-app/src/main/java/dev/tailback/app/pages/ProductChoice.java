package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractProductView;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A product that can be booked in a form.
 *
 * @param name as Salesforce shows it, or as it was last read
 * @param live its figures, where Salesforce could be read
 * @param last what they were, where it could not
 * @param own units that the ad of the form holds of it already; they can be booked again
 */
public record ProductChoice(
        String contractProductId,
        String name,
        Optional<ContractProductView> live,
        Optional<LastFigures> last,
        long own) {

    static ProductChoice of(ContractProductView product) {
        return new ProductChoice(product.id(), product.product(), Optional.of(product), Optional.empty(), 0);
    }

    static ProductChoice named(String contractProductId, String name) {
        return new ProductChoice(contractProductId, name, Optional.empty(), Optional.empty(), 0);
    }

    ProductChoice holding(long units) {
        return new ProductChoice(contractProductId, name, live, last, units);
    }

    /** What can be booked, or could by the last figures; empty when nobody knows. */
    public Optional<BigDecimal> left() {
        return live.map(ContractProductView::left)
                .or(() -> last.map(LastFigures::left))
                .map(left -> left.add(BigDecimal.valueOf(own)));
    }
}
