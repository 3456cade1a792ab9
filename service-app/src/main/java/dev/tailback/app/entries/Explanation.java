package dev.tailback.app.entries;

import dev.tailback.web.texts.Texts;
import java.util.Optional;
import java.util.UUID;

/** Why an entry is in its state, and what a person can do about it. */
record Explanation(Optional<String> code, Optional<String> reason, String whatNow) {

    static Explanation of(EntryState state, Optional<String> code, Optional<String> reason) {
        return new Explanation(code, reason, Advice.on(state, code.orElse(""), Texts.english()));
    }

    /** @param reason why the queue does not take it */
    static Explanation notYetInTheQueue(String reason) {
        return new Explanation(
                Optional.of("QUEUE_DOWN"),
                Optional.of("It is saved here and cannot go on its way yet. " + reason + "."),
                "Nothing to do: it will be reported automatically as soon as the queue takes it. If this lasts, tell the people"
                        + " who look after Redis.");
    }

    /** @param refused what Salesforce said, where it was refused before */
    static Explanation onHold(Optional<String> code, Optional<String> refused, OnHold hold) {
        String held = "On hold since " + hold.since() + " by " + hold.who() + ": " + hold.reason();
        return new Explanation(
                code,
                refused.or(() -> Optional.of(held)),
                (refused.isPresent() ? held + ". " : "") + "Nothing to do: it is sent when the hold ends"
                        + hold.until()
                                .map(end -> ", at " + end + " at the latest.")
                                .orElse("."));
    }

    static Explanation waitsForReplaced(UUID replaced) {
        return new Explanation(
                Optional.of("WAITS_FOR_REPLACED"),
                Optional.of("It is sent as soon as Salesforce has accepted the cancellation of entry " + replaced
                        + ", which it replaces."),
                "Nothing to do: it will be reported automatically.");
    }

    static Explanation replacedRejected(UUID replaced, Optional<String> reason) {
        return new Explanation(
                Optional.of("REPLACED_REJECTED"),
                Optional.of("It replaces entry " + replaced + ", whose cancellation Salesforce refuses"
                        + reason.map(text -> ": " + text).orElse(".")),
                "Decide about entry " + replaced
                        + " first: retry it, or take it back to what Salesforce holds, which withdraws this one.");
    }
}
