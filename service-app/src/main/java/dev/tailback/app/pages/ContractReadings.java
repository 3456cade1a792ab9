package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractView;
import dev.tailback.app.contracts.ReadContracts;
import dev.tailback.app.contracts.SalesforceSight;
import dev.tailback.app.contracts.SeenContracts;
import dev.tailback.app.contracts.SeenContracts.SeenProduct;
import dev.tailback.app.finance.closing.Closings;
import dev.tailback.app.ledger.WaitingUnits;
import dev.tailback.app.ledger.WaitingUnits.Waiting;
import dev.tailback.salesforce.Reading;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a contract for a page: live, and by its last names where that does not work. */
@Singleton
public class ContractReadings {

    private final ReadContracts contracts;
    private final SeenContracts seen;
    private final SalesforceSight sight;
    private final WaitingUnits waiting;
    private final Closings closings;

    ContractReadings(
            ReadContracts contracts,
            SeenContracts seen,
            SalesforceSight sight,
            WaitingUnits waiting,
            Closings closings) {
        this.contracts = contracts;
        this.seen = seen;
        this.sight = sight;
        this.waiting = waiting;
        this.closings = closings;
    }

    public ContractShown of(String contractId) {
        Reading<ContractView> reading = contracts.one(contractId);
        return reading.fold(
                found -> live(found.value()),
                () -> named(contractId, reading),
                refused -> named(contractId, refused),
                unavailable -> named(contractId, unavailable));
    }

    /** Whether it was asked to close. Needs no Salesforce. */
    boolean isClosing(String contractId) {
        return closings.of(contractId).isPresent();
    }

    private ContractShown live(ContractView contract) {
        return new ContractShown(
                contract.id(),
                contract.number(),
                contract.customer(),
                Optional.of(contract),
                Optional.empty(),
                0,
                contract.products().stream().map(ProductChoice::of).toList(),
                closings.of(contract.id()));
    }

    private ContractShown named(String contractId, Reading<ContractView> reading) {
        Optional<SeenContracts.Seen> label = seen.find(contractId);
        List<ProductChoice> products = lastSeen(contractId, seen.products(contractId));
        return new ContractShown(
                contractId,
                label.map(SeenContracts.Seen::number).orElse(""),
                label.map(SeenContracts.Seen::customer).orElse(contractId),
                Optional.empty(),
                SalesforceTrouble.in(reading),
                sight.lookAgainAfter().toSeconds(),
                products,
                closings.of(contractId));
    }

    /** With what is booked here and was not counted in Salesforce when it was last read. */
    private List<ProductChoice> lastSeen(String contractId, List<SeenProduct> products) {
        Map<String, Waiting> booked = bookedSince(contractId, products);
        return products.stream()
                .map(product -> new ProductChoice(
                        product.contractProductId(),
                        product.product(),
                        Optional.empty(),
                        figures(product, booked.getOrDefault(product.contractProductId(), Waiting.NONE)),
                        0))
                .toList();
    }

    /** Of each product since its own figures were read: what Salesforce counted by then is in them. */
    private Map<String, Waiting> bookedSince(String contractId, List<SeenProduct> products) {
        Map<Instant, Map<String, Waiting>> since = new HashMap<>();
        Map<String, Waiting> booked = new HashMap<>();
        products.stream().filter(product -> product.figuresAt() != null).forEach(product -> {
            Map<String, Waiting> all =
                    since.computeIfAbsent(product.figuresAt(), readAt -> waiting.since(contractId, readAt, Set.of()));
            booked.put(product.contractProductId(), all.getOrDefault(product.contractProductId(), Waiting.NONE));
        });
        return booked;
    }

    private static Optional<LastFigures> figures(SeenProduct product, Waiting booked) {
        BigDecimal sold = product.unitsSold();
        BigDecimal price = product.unitPrice();
        BigDecimal consumed = product.consumed();
        BigDecimal available = product.available();
        Instant at = product.figuresAt();
        if (sold == null || price == null || consumed == null || available == null || at == null) {
            return Optional.empty();
        }
        long since = booked.waiting() + booked.doubtful();
        return Optional.of(
                new LastFigures(sold, price, Optional.ofNullable(product.currency()), consumed, available, since, at));
    }
}
