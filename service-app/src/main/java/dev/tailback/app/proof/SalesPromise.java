package dev.tailback.app.proof;

import dev.tailback.app.proof.Notebook.Note;
import dev.tailback.mapping.Idea;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.org.OrgIdentity;
import dev.tailback.salesforce.org.OrgReader;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.trial.LineFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a user of sales sees the figures of the product, while usage of the proof counts. */
record SalesPromise(Experiment experiment, Notebook notes, Optional<Supplier<SalesforceSession>> sales) {

    private static final List<Idea> SHOWN = List.of(Idea.CONSUMED, Idea.AVAILABLE);

    void run() {
        notes.note(Promise.SEEN_BY_SALES, this::seen);
    }

    private Note seen() {
        Supplier<SalesforceSession> login = sales.orElseThrow(() -> new NotTried("No sales user was given, so nobody"
                + " looked: give one with --sales-user, or a token of one, for this proof only."));
        List<Idea> shown = SHOWN.stream()
                .filter(idea -> experiment.bench().mapping().find(idea).isPresent())
                .toList();
        if (shown.isEmpty()) {
            throw new NotTried("The mapping has no field for consumed or available units: Salesforce shows them to"
                    + " nobody, and the service app computes them.");
        }
        SalesforceSession session = signedIn(login);
        return judged(name(session), new LineFigures(session, experiment.bench().mapping()), shown);
    }

    private static SalesforceSession signedIn(Supplier<SalesforceSession> login) {
        try {
            SalesforceSession session = login.get();
            session.current();
            return session;
        } catch (LoginFailed failure) {
            throw new NotTried("The sales user cannot sign in: " + failure.getMessage());
        }
    }

    /** Somebody else than the integration user, in the same org. */
    private String name(SalesforceSession session) {
        OrgIdentity user = identity(session);
        OrgIdentity ours = identity(experiment.bench().session());
        if (!user.organizationId().equals(ours.organizationId())) {
            throw new NotTried("The sales user is one of another org (" + user.organizationId() + ").");
        }
        if (user.userId().equals(ours.userId())) {
            throw new NotTried("The sales user is the integration user itself: give one of sales.");
        }
        return user.username().orElse("User " + user.userId());
    }

    private static OrgIdentity identity(SalesforceSession session) {
        return new OrgReader(session)
                .identity()
                .fold(
                        Reading.Found::value,
                        () -> {
                            throw new NotTried("The org does not say who the sales user is.");
                        },
                        refused -> {
                            throw new NotTried("The sales user may not use the API: " + refused.reason());
                        },
                        unavailable -> {
                            throw new NotTried("Who the sales user is cannot be read: " + unavailable.reason()
                                    + ". A token of that user that has ended needs a new one.");
                        });
    }

    private Note judged(String who, LineFigures view, List<Idea> shown) {
        Figures ours = experiment.now();
        List<String> words = new ArrayList<>();
        boolean all = true;
        for (Idea idea : shown) {
            BigDecimal expected = idea == Idea.CONSUMED ? ours.consumed() : ours.available();
            Reading<BigDecimal> reading = view.figure(experiment.line().id(), idea);
            all &= reading.fold(found -> found.value().compareTo(expected) == 0, () -> false, no -> false, no -> false);
            words.add(word(idea) + " "
                    + reading.fold(
                            told(expected),
                            () -> "not, since this product is not shown",
                            no -> "not: " + no.code() + ": " + no.reason(),
                            SalesPromise::unread));
        }
        return new Note(all, who + " sees " + String.join(", ", words) + ".");
    }

    private static String word(Idea idea) {
        return idea == Idea.CONSUMED ? "consumed" : "available";
    }

    private static Function<Reading.Found<BigDecimal>, String> told(BigDecimal expected) {
        return found -> found.value().toPlainString()
                + (found.value().compareTo(expected) == 0
                        ? ""
                        : " (the integration user sees " + expected.toPlainString() + ")");
    }

    private static String unread(Reading.Unavailable<BigDecimal> unavailable) {
        throw new NotTried("Salesforce cannot be read: " + unavailable.reason());
    }
}
