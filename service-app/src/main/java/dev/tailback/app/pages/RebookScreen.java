package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.contracts.ContractView;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import java.util.List;
import java.util.Optional;

/**
 * Choosing another contract for an ad.
 *
 * @param found open contracts that match what was typed
 * @param readable whether Salesforce could be searched
 * @param target the contract that was chosen
 */
public record RebookScreen(
        Visitor visitor,
        SyncBanner banner,
        AdView ad,
        String customer,
        String number,
        List<ContractView> found,
        boolean readable,
        Optional<ContractShown> target,
        AdForm form,
        FormErrors errors) {}
