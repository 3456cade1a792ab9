package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractView;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.finance.closing.ClosingView;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contract on a page: live where Salesforce could be read, else by the names it had.
 *
 * @param number empty when the contract was never read here
 * @param live as Salesforce shows it now
 * @param trouble why it is not live
 * @param lookAgainSeconds when the page should try again, while it is not live
 * @param products what can be booked; may be empty when the contract was never read
 * @param closing who asked it to close and why, so that nothing new is booked on it
 */
public record ContractShown(
        String id,
        String number,
        String customer,
        Optional<ContractView> live,
        Optional<SalesforceTrouble> trouble,
        long lookAgainSeconds,
        List<ProductChoice> products,
        Optional<ClosingView> closing) {

    public boolean fulfilled() {
        return live.map(ContractView::fulfilled).orElse(false);
    }

    /** Whether it was asked to close; a fulfilled one says more by that. */
    public boolean closes() {
        return closing.isPresent() && !fulfilled();
    }

    /** Whether an ad can be booked on it, as far as is known now. */
    public boolean takesAds() {
        return !fulfilled() && !closes() && !absent();
    }

    /** When the figures were read that stand in for live ones; empty when there are live ones, or none at all. */
    public Optional<Instant> figuresAt() {
        return products.stream()
                .flatMap(product -> product.last().stream())
                .map(LastFigures::readAt)
                .min(Comparator.naturalOrder());
    }

    /** The name of a product, or its id where nobody knows it. */
    String product(String contractProductId) {
        return products.stream()
                .filter(product -> product.contractProductId().equals(contractProductId))
                .map(ProductChoice::name)
                .findFirst()
                .orElse(contractProductId);
    }

    /** With the products and the units that an ad holds, whether or not Salesforce can name them now. */
    ContractShown with(List<EntryView> living) {
        Map<String, ProductChoice> choices = new LinkedHashMap<>();
        products.forEach(product -> choices.put(product.contractProductId(), product));
        living.forEach(entry -> choices.compute(
                entry.contractProductId(),
                (id, known) -> (known == null
                                ? ProductChoice.named(id, entry.product().orElse(id))
                                : known)
                        .holding((known == null ? 0 : known.own()) + Math.max(entry.units(), entry.reportedUnits()))));
        return new ContractShown(
                id, number, customer, live, trouble, lookAgainSeconds, List.copyOf(choices.values()), closing);
    }

    /** Salesforce answered that there is none. */
    public boolean absent() {
        return live.isEmpty() && trouble.map(SalesforceTrouble::code).orElse("").isEmpty();
    }
}
