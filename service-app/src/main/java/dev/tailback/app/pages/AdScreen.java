package dev.tailback.app.pages;

import dev.tailback.app.access.FlashMessage.Told;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.entries.EntryState;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.entries.EntryWords;
import dev.tailback.app.layout.Fingerprint;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.requests.RequestView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The page of one ad: its entries, what happened to them, and the forms for what is allowed now.
 *
 * @param requests to finance about its entries, in the order they were asked
 * @param done what was just done
 */
public record AdScreen(
        Visitor visitor,
        SyncBanner banner,
        AdView ad,
        ContractShown contract,
        List<RequestView> requests,
        Typed typed,
        Optional<Told> done) {

    /**
     * The form of corrections.
     *
     * @param was what it is filled in upon
     * @param conflict with another person's change
     * @param kept whether it holds what a person typed, so that nothing newer takes its place
     */
    public record Typed(AdForm form, String was, FormErrors errors, Optional<Conflict> conflict, boolean kept) {}

    /** Of what the ledger says: changes exactly when what people see of it changes. */
    static String fingerprint(AdView ad, List<RequestView> requests) {
        return Fingerprint.of(ad, requests);
    }

    /** Where to ask whether the ad changed, or whether its contract closes now. */
    public String poll() {
        return "/ads/" + ad.id() + "/now?seen=" + fingerprint(ad, requests) + "&closes="
                + contract.closing().isPresent();
    }

    /** How soon the page asks again, in seconds. */
    public int askAgain() {
        return ad.state() == EntryState.WAITING || ad.state() == EntryState.RETRYING ? 2 : 5;
    }

    /** Whether its contract is fulfilled, as far as can be seen now. */
    public boolean locked() {
        boolean lockedEntry = ad.entries().stream()
                .anyMatch(entry ->
                        entry.state() == EntryState.LOCKED && entry.contractId().equals(ad.contractId()));
        return contract.fulfilled() || (contract.live().isEmpty() && lockedEntry);
    }

    /** Units as they are booked: all that the form sends when they are locked. */
    public List<AdForm.Row> booked() {
        return AdForm.of(ad).rows();
    }

    /** Units that were typed and are not booked, to be copied; empty when there are none. */
    public String unsent() {
        List<AdForm.Row> booked = booked();
        return typed.form().filled().stream()
                .filter(row -> !booked.contains(row))
                .map(row -> row.units() + " × " + contract.product(row.contractProductId()))
                .collect(Collectors.joining(", "));
    }

    /** Whether the visitor may change this ad. */
    public boolean changes() {
        return visitor.books() && !ad.cancelled();
    }

    /** The state that needs most attention, or {@code withdrawn} when Salesforce never held any of it. */
    public String state() {
        boolean withdrawn = !ad.entries().isEmpty() && ad.entries().stream().allMatch(EntryWords::isWithdrawn);
        return withdrawn ? "withdrawn" : ad.state().word().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether an entry can be asked about: it is locked, and no request about it is unsettled. */
    public boolean canAsk(EntryView entry) {
        return visitor.books()
                && entry.state() == EntryState.LOCKED
                && requests(entry.id()).stream()
                        .noneMatch(request -> request.state().unsettled());
    }

    /** Whether letting it try again could help: not while the contract is seen fulfilled. */
    public boolean canRetry(EntryView entry) {
        return visitor.books()
                && entry.state() == EntryState.REJECTED
                && !entry.code().equals(Optional.of("REPLACED_REJECTED"))
                && !(EntryWords.isLockedOut(entry) && contract.fulfilled());
    }

    /** The requests about one entry. */
    public List<RequestView> requests(UUID entryId) {
        return requests.stream()
                .filter(request -> request.entryId().equals(entryId))
                .toList();
    }

    /** Everything that happened to it. */
    public List<TimelineLine> timeline() {
        return new Timeline(visitor.texts()).of(ad, requests);
    }
}
