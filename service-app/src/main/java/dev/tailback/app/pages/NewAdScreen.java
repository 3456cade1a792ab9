package dev.tailback.app.pages;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import java.util.List;
import java.util.Optional;

/**
 * Where a contract is chosen for a new ad.
 *
 * @param typed what was typed about it
 * @param choices what matches; by the names they had when Salesforce was last read, where it cannot be read now
 */
public record NewAdScreen(
        Visitor visitor,
        SyncBanner banner,
        String typed,
        List<ContractChoice> choices,
        Optional<SalesforceTrouble> trouble) {}
