package dev.tailback.app.finance.statements;

import dev.tailback.app.finance.month.LineDifference;
import dev.tailback.app.finance.month.OpenUsage;
import dev.tailback.salesforce.contract.ContractStanding;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Something that keeps a scope from being closed, unless a person says why it may be closed all the same.
 *
 * @param kind {@code waiting}, {@code retrying}, {@code rejected}, {@code difference}, {@code without_time} or {@code
 *     not_over}
 * @param what the entry, contract or period it is about
 * @param whatNow what a person can do
 */
@Serdeable
public record Unresolved(String kind, String what, String whatNow) {

    static Unresolved of(OpenUsage.OpenEntry entry) {
        String state = entry.state().toLowerCase(Locale.ROOT);
        return new Unresolved(
                state,
                entry.adReference() + ", entry " + entry.entryId(),
                state.equals("rejected")
                        ? "Salesforce refuses it for good: staff go back, or correct the ad; its page says how."
                        : "Wait until Salesforce has accepted it.");
    }

    static Unresolved of(LineDifference difference) {
        return new Unresolved(
                "difference",
                difference.adReference() + ", entry " + difference.entryId() + " ("
                        + difference.kind().word() + ")",
                difference.whatNow());
    }

    static Unresolved withoutTime(ContractStanding contract) {
        return new Unresolved(
                "without_time",
                contract.number(),
                "It is fulfilled and has no Fulfilled On, so it is in no period: set the time in Salesforce, or close the"
                        + " contract by itself.");
    }

    static Unresolved notOver(LocalDate lastDay) {
        return new Unresolved(
                "not_over",
                "the period until " + lastDay,
                "Close it when its last day is over; usage may still be locked.");
    }

    /** Entries beyond those that are listed. */
    static Unresolved more(long count) {
        return new Unresolved("more", count + " more entries", "The operator's console lists all of them.");
    }
}
