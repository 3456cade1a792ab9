package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractListView;
import dev.tailback.app.contracts.ReadContracts;
import dev.tailback.app.contracts.SeenContracts;
import dev.tailback.app.finance.closing.ClosingView;
import dev.tailback.app.finance.closing.Closings;
import dev.tailback.salesforce.Reading;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds contracts by what a person types in one field: the number or its beginning, or a part of the customer. */
@Singleton
public class ContractPicker {

    private final ReadContracts contracts;
    private final SeenContracts seen;
    private final Closings closings;

    ContractPicker(ReadContracts contracts, SeenContracts seen, Closings closings) {
        this.contracts = contracts;
        this.seen = seen;
        this.closings = closings;
    }

    /** @param trouble why the choices are those that were seen earlier */
    public record Found(List<ContractChoice> choices, Optional<SalesforceTrouble> trouble) {}

    /** Nothing for nothing typed. */
    public Found find(String typed) {
        if (typed.isEmpty()) {
            return new Found(List.of(), Optional.empty());
        }
        boolean number = typed.chars().allMatch(Character::isDigit);
        String customer = number ? "" : typed;
        String digits = number ? typed : "";
        Reading<ContractListView> reading = contracts.page(customer, digits, 0);
        Set<String> closing =
                closings.all().stream().map(ClosingView::contractId).collect(Collectors.toSet());
        return reading.fold(
                found -> new Found(
                        found.value().contracts().stream()
                                .map(contract -> ContractChoice.of(contract, closing))
                                .toList(),
                        Optional.empty()),
                () -> new Found(List.of(), Optional.empty()),
                refused -> earlier(customer, digits, reading, closing),
                unavailable -> earlier(customer, digits, reading, closing));
    }

    private Found earlier(String customer, String digits, Reading<?> reading, Set<String> closing) {
        List<ContractChoice> choices = seen.search(customer, digits).stream()
                .map(contract -> ContractChoice.of(contract, closing))
                .toList();
        return new Found(choices, SalesforceTrouble.in(reading));
    }
}
