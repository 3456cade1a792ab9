package dev.tailback.app.proof;

import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.org.OrgReader;
import dev.tailback.salesforce.trial.Manner;
import dev.tailback.salesforce.trial.OpenQuestions;
import dev.tailback.salesforce.usage.HeldUsage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks the org what Salesforce's documents leave open, as far as one can ask without leaving a trace in its rows. */
record AskQuestions(Experiment experiment, Notebook notes) {

    void run() {
        List<Runnable> all = List.of(
                this::newestVersion,
                this::dailyCalls,
                this::updateOnly,
                this::tooMany,
                this::precondition,
                this::identity,
                this::wrongSecret);
        for (Runnable question : all) {
            if (!notes.isOver()) {
                question.run();
            }
        }
    }

    private OpenQuestions questions() {
        return experiment.bench().questions();
    }

    private void newestVersion() {
        found(
                org().versions(),
                versions -> versions.offered().stream()
                        .map(version -> Integer.valueOf(version.substring(1, version.indexOf('.'))))
                        .max(Comparator.naturalOrder())
                        .map(String::valueOf)
                        .ifPresent(newest -> notes.tell(
                                Question.NEWEST_VERSION,
                                newest,
                                "The newest version that the org lists is v" + newest + ".0.")));
    }

    private void dailyCalls() {
        found(org().allowance(), usage -> {
            String daily = String.valueOf(usage.limit());
            notes.tell(Question.DAILY_CALLS, daily, "The org allows " + daily + " calls a day.");
        });
    }

    /** Where it is saved nevertheless, it is taken back with everything else. */
    private void updateOnly() {
        Manner manner = questions().updateOnly(experiment.usage(experiment.mint(), 1, 1));
        status(Question.UPDATE_ONLY_STATUS, manner, "An update of a row that is not there");
    }

    /** Of a product that does not exist, so that none is saved wherever they are taken. */
    private void tooMany() {
        Manner manner = questions().tooMany(experiment.usage(experiment.mint(), experiment.nowhere(), 1, 1));
        status(Question.TOO_MANY_RECORDS_STATUS, manner, "A call with 201 records");
    }

    private void precondition() {
        row().map(row -> questions().changedSinceLongAgo(row.salesforceId()))
                .filter(manner -> manner.status() == 412)
                .ifPresent(manner -> notes.tell(
                        Question.PRECONDITION_BODY,
                        manner.hasBody() ? "error" : "empty",
                        "A row read unless it changed since the year 2000: HTTP 412 with "
                                + (manner.hasBody() ? "an error." : "an empty body.")));
    }

    private Optional<HeldUsage> row() {
        try {
            return experiment.bench().held(experiment.minted()).stream().findFirst();
        } catch (NotTried unread) {
            return Optional.empty();
        }
    }

    private void identity() {
        found(
                org().identity(),
                identity -> status(
                        Question.IDENTITY_REFUSED_STATUS,
                        questions().identityWithoutToken(identity),
                        "Who signed in, asked with a token that is none"));
    }

    private void wrongSecret() {
        status(Question.WRONG_SECRET_STATUS, questions().wrongSecret(), "A login with a secret that is not the app's");
    }

    private OrgReader org() {
        return new OrgReader(experiment.bench().session());
    }

    private void status(Question question, Manner manner, String what) {
        if (manner.isRefusal()) {
            notes.tell(question, String.valueOf(manner.status()), what + ": HTTP " + manner.status() + ".");
        }
    }

    /** What cannot be read tells nothing. */
    private static <T> void found(Reading<T> reading, Consumer<T> tell) {
        reading.fold(
                        found -> Optional.of(found.value()),
                        Optional::<T>empty,
                        no -> Optional.<T>empty(),
                        no -> Optional.<T>empty())
                .ifPresent(tell);
    }
}
