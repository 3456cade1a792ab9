package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import java.util.List;
import java.util.Optional;

/**
 * Choosing another contract for an ad.
 *
 * @param typed what was typed to find a contract; at first the ad's customer
 * @param choices other open contracts that match
 * @param trouble why they are those that were seen earlier
 * @param target the contract that was chosen
 */
public record RebookScreen(
        Visitor visitor,
        SyncBanner banner,
        AdView ad,
        String typed,
        List<ContractChoice> choices,
        Optional<SalesforceTrouble> trouble,
        Optional<ContractShown> target,
        AdForm form,
        FormErrors errors) {}
