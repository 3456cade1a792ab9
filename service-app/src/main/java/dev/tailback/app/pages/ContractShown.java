package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A contract on a page: live where Salesforce could be read, else by the names it had.
 *
 * @param number empty when the contract was never read here
 * @param live as Salesforce shows it now
 * @param trouble why it is not live
 * @param lookAgainSeconds when the page should try again, while it is not live
 * @param products what can be booked; may be empty when the contract was never read
 */
public record ContractShown(
        String id,
        String number,
        String customer,
        Optional<ContractView> live,
        Optional<SalesforceTrouble> trouble,
        long lookAgainSeconds,
        List<ProductChoice> products) {

    public boolean fulfilled() {
        return live.map(ContractView::fulfilled).orElse(false);
    }

    /** When the figures were read that stand in for live ones; empty when there are live ones, or none at all. */
    public Optional<Instant> figuresAt() {
        return products.stream()
                .flatMap(product -> product.last().stream())
                .map(LastFigures::readAt)
                .min(Comparator.naturalOrder());
    }

    ContractShown with(List<ProductChoice> others) {
        return new ContractShown(id, number, customer, live, trouble, lookAgainSeconds, List.copyOf(others));
    }

    /** Salesforce answered that there is none. */
    public boolean absent() {
        return live.isEmpty() && trouble.map(SalesforceTrouble::code).orElse("").isEmpty();
    }
}
