package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.layout.Fingerprint;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;

/**
 * The page of one ad: its entries with their history, and the forms to correct or cancel it.
 *
 * @param notice what was just done, or empty
 */
public record AdScreen(
        Visitor visitor,
        SyncBanner banner,
        AdView ad,
        ContractShown contract,
        AdForm form,
        FormErrors errors,
        String notice) {

    /** Of the entries: changes exactly when what people see of them changes. */
    public String fingerprint() {
        return Fingerprint.of(ad);
    }
}
