package dev.tailback.app.rejected;

import dev.tailback.app.ledger.Entry;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;

/** The problems a person is told when a rejected entry cannot be retried or taken back. */
final class Refusals {

    private Refusals() {}

    static Problem notRejected(Entry entry, String action) {
        return conflict(
                entry,
                "not_rejected",
                "Nothing was changed: only a rejected entry can be " + action
                        + ", and this one is not. Read it again to see its state.");
    }

    /** @param entry as it was before */
    static Problem arrivedAfterAll(Entry entry, HeldUsage held) {
        String arrived = "Nothing was taken back: version " + held.version() + " (" + content(held)
                + ") has reached Salesforce after all and counts there. ";
        String next = held.version() == entry.version()
                ? "The entry is reported now. If it is wrong, correct the ad, which makes a new version."
                : "Version " + entry.version()
                        + " is still rejected. Go back again if that one is right, or correct the ad.";
        return conflict(entry, "arrived_after_all", arrived + next)
                .with("version", held.version())
                .with("units", held.units())
                .with("cancelled", held.cancelled());
    }

    static Problem newerInSalesforce(Entry entry, HeldUsage held) {
        return conflict(
                        entry,
                        "newer_in_salesforce",
                        "Nothing was changed: Salesforce holds version " + held.version() + " (" + content(held)
                                + ") of this entry, which was never sent from here in this form, as after a restored backup."
                                + " Correct the ad to what is right, and retry the entry if that is refused as stale.")
                .with("version", held.version())
                .with("units", held.units())
                .with("cancelled", held.cancelled());
    }

    static Problem salesforceCannotTell() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "salesforce_unavailable",
                "Nothing was changed: Salesforce must tell which version it holds, and cannot be read now. Try again when"
                        + " it is back.");
    }

    /** The code of a Salesforce that is away, because the person can only wait here as well. */
    static Problem salesforceRefusesToTell(String code, String reason) {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "salesforce_unavailable",
                        "Nothing was changed: Salesforce must tell which version it holds, and refuses to (" + code
                                + "): "
                                + reason + (reason.endsWith(".") ? "" : ".")
                                + " Ask an admin to look at the integration user, then try again.")
                .with("salesforceCode", code);
    }

    private static String content(HeldUsage held) {
        return held.cancelled() ? "cancelled" : held.units() + (held.units() == 1 ? " unit" : " units");
    }

    private static Problem conflict(Entry entry, String code, String detail) {
        return new Problem(HttpStatus.CONFLICT, code, detail).with("entryId", entry.id());
    }
}
