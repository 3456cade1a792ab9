package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractListView;
import dev.tailback.app.contracts.SeenContracts;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import java.util.List;
import java.util.Optional;

/**
 * The start page.
 *
 * @param live contracts as Salesforce shows them now; empty when it cannot be read
 * @param seen what was read earlier, shown only in trouble
 * @param noId what was typed as a contract id and is none, or empty
 */
public record StartScreen(
        Visitor visitor,
        SyncBanner banner,
        String customer,
        String number,
        int page,
        Optional<ContractListView> live,
        Optional<SalesforceTrouble> trouble,
        List<SeenContracts.Seen> seen,
        String noId) {}
