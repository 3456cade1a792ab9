package dev.tailback.crm.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tries whether a connector keeps the contract. Each check makes records of its own, so checks may run again and again
 * on the same CRM; a check that does not end is ended and counts as broken.
 */
public final class ContractKit {

    /** As many records with one time as a check can afford; 30,000 by hand. */
    public static final int RECORDS_OF_ONE_TIME = 3_000;

    private final Duration longest;
    private final int recordsOfOneTime;

    /**
     * @param longest that one check may take
     * @param recordsOfOneTime to make for the check that gives many records one time
     */
    public ContractKit(Duration longest, int recordsOfOneTime) {
        this.longest = longest;
        this.recordsOfOneTime = recordsOfOneTime;
    }

    /**
     * Runs all checks.
     *
     * @param mark a word of this run, so that its records are told from those of other runs; up to 12 letters
     */
    public List<Finding> run(Subject subject, String mark) {
        return run(subject, mark, finding -> {});
    }

    /** The same, and tells each finding when it is there. */
    public List<Finding> run(Subject subject, String mark, Consumer<Finding> told) {
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (Check check : checks()) {
            number++;
            Finding finding = tried(check, subject, mark + number);
            told.accept(finding);
            findings.add(finding);
        }
        return List.copyOf(findings);
    }

    private List<Check> checks() {
        return Stream.of(
                        IdentityChecks.all(),
                        WriteChecks.all(),
                        ManyChecks.all(recordsOfOneTime),
                        OutageChecks.all(),
                        NonsenseChecks.all(),
                        ChangeChecks.all(recordsOfOneTime))
                .flatMap(List::stream)
                .toList();
    }

    private Finding tried(Check check, Subject subject, String mark) {
        CompletableFuture<Finding> trial = new CompletableFuture<>();
        Thread thread = new Thread(() -> trial.complete(found(check, subject, mark)), "contract kit");
        thread.setDaemon(true);
        thread.start();
        try {
            return trial.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            return notHeld(check, "It did not end within " + longest.toSeconds() + " s.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Finding(check.name(), Finding.Outcome.NOT_TRIED, "The kit was stopped.");
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Finding found(Check check, Subject subject, String mark) {
        try (Play play = new Play(check.of(subject), mark)) {
            check.trial().on(play);
            return new Finding(check.name(), Finding.Outcome.HELD, "");
        } catch (NotTried missing) {
            return new Finding(check.name(), Finding.Outcome.NOT_TRIED, String.valueOf(missing.getMessage()));
        } catch (NotHeld broken) {
            return notHeld(check, String.valueOf(broken.getMessage()));
        } catch (RuntimeException thrown) {
            return notHeld(check, "It threw " + thrown + ", where the contract has an answer for everything.");
        }
    }

    private static Finding notHeld(Check check, String why) {
        return new Finding(check.name(), Finding.Outcome.NOT_HELD, why);
    }
}
