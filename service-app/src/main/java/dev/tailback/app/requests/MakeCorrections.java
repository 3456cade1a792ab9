package dev.tailback.app.requests;

import dev.tailback.app.contracts.ContractView;
import dev.tailback.app.contracts.ReadContracts;
import dev.tailback.app.entries.EntryReading;
import dev.tailback.web.loops.Loop;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks in Salesforce whether the contracts of accepted requests are open, and makes the corrections that were asked
 * for. It asks for each contract once, however many requests are about it.
 */
@Singleton
public class MakeCorrections {

    private static final int TOGETHER = 100;

    private final RequestRows rows;
    private final EntryReading entries;
    private final ReadContracts contracts;
    private final CorrectEntry correctEntry;

    MakeCorrections(RequestRows rows, EntryReading entries, ReadContracts contracts, CorrectEntry correctEntry) {
        this.rows = rows;
        this.entries = entries;
        this.contracts = contracts;
        this.correctEntry = correctEntry;
    }

    /** Every accepted request once, the oldest first. */
    public void round() {
        Map<String, List<CorrectionRequest>> byContract = rows.reopening(TOGETHER).stream()
                .collect(Collectors.groupingBy(
                        request -> entries.get(request.entryId()).contractId()));
        byContract.forEach((contractId, requests) -> {
            Loop.signOfLife();
            if (isOpen(contractId)) {
                requests.forEach(correctEntry::asRequested);
            }
        });
    }

    /** A contract that cannot be read may be fulfilled: the next round looks again. */
    private boolean isOpen(String contractId) {
        return contracts
                .one(contractId)
                .fold(found -> isOpen(found.value()), () -> false, refused -> false, unavailable -> false);
    }

    private static boolean isOpen(ContractView contract) {
        return !contract.fulfilled();
    }
}
