package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.adsearch.AdList;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import java.util.Optional;

/**
 * The page of one contract.
 *
 * @param kept whether the form holds what a person typed, so that nothing newer takes its place
 * @param saved the ad that this visitor saved just now
 */
public record ContractScreen(
        Visitor visitor,
        SyncBanner banner,
        ContractShown contract,
        AdForm form,
        FormErrors errors,
        AdList ads,
        boolean kept,
        Optional<AdView> saved) {

    /** Where to ask whether the ads changed, or whether nothing new is booked on the contract any more. */
    public String poll() {
        return ads.poll() + "&closes=" + contract.closing().isPresent();
    }
}
