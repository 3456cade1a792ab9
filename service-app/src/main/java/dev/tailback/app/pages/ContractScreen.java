package dev.tailback.app.pages;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;

/**
 * The page of one contract.
 *
 * @param saved the reference of the ad that was just saved, or empty
 */
public record ContractScreen(
        Visitor visitor,
        SyncBanner banner,
        ContractShown contract,
        AdForm form,
        FormErrors errors,
        AdList ads,
        String saved) {}
