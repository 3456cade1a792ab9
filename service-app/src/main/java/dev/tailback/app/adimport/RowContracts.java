package dev.tailback.app.adimport;

import dev.tailback.app.pages.ContractChoice;
import dev.tailback.app.pages.ContractPicker;
import dev.tailback.app.pages.ContractReadings;
import dev.tailback.app.pages.ContractShown;
import dev.tailback.app.salesforce.SalesforceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The contracts that the rows of one file name, by number or id; each is read once. */
final class RowContracts {

    private final ContractPicker picker;
    private final ContractReadings readings;
    private final Map<String, Optional<ContractShown>> read = new HashMap<>();

    RowContracts(ContractPicker picker, ContractReadings readings) {
        this.picker = picker;
        this.readings = readings;
    }

    /** Empty when there is no such contract. */
    Optional<ContractShown> find(String typed) {
        return read.computeIfAbsent(typed, this::look);
    }

    private Optional<ContractShown> look(String typed) {
        return id(typed).map(readings::of).filter(contract -> !contract.absent());
    }

    private Optional<String> id(String typed) {
        if (!typed.matches("\\d{1,14}")) {
            return SalesforceId.of(typed);
        }
        String digits = withoutZeros(typed);
        return picker.find(typed).choices().stream()
                .filter(choice -> withoutZeros(choice.number()).equals(digits))
                .map(ContractChoice::id)
                .findFirst();
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }
}
