package dev.tailback.crm.kit;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits as long as a CRM says, and asks again: the allowance of a real CRM is no fault of its connector. A wait that is
 * longer than a check is worth is handed on.
 */
record PatientConnector(Connector connector) implements Connector {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final int MOST_WAITS = 20;

    @Override
    public Answer<Identity> authenticate() {
        return patiently(connector::authenticate);
    }

    @Override
    public Answer<Described> schema() {
        return patiently(connector::schema);
    }

    @Override
    public Answer<ChangePage> changes(ChangesAsked asked) {
        return patiently(() -> connector.changes(asked));
    }

    @Override
    public Answer<List<SourceRecord>> read(RecordsAsked asked) {
        return patiently(() -> connector.read(asked));
    }

    /** An answer that is none says that nothing was written, so it may be asked again. */
    @Override
    public Answer<List<Written>> write(String object, List<Write> writes) {
        return patiently(() -> connector.write(object, writes));
    }

    private static <T> Answer<T> patiently(Supplier<Answer<T>> question) {
        Answer<T> answer = question.get();
        for (int waits = 0; waits < MOST_WAITS && !Thread.currentThread().isInterrupted(); waits++) {
            Optional<Duration> wait = wait(answer);
            if (wait.isEmpty()) {
                return answer;
            }
            Waiting.REAL.pass(wait.get());
            answer = question.get();
        }
        return answer;
    }

    private static Optional<Duration> wait(Answer<?> answer) {
        return answer.<Optional<Duration>>fold(
                given -> Optional.empty(),
                refused -> Optional.empty(),
                unavailable -> unavailable.retryAfter().filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0));
    }

    @Override
    public int mostWrites() {
        return connector.mostWrites();
    }

    @Override
    public int mostUpserts() {
        return connector.mostUpserts();
    }

    @Override
    public Allowance allowance() {
        return connector.allowance();
    }

    @Override
    public void close() {
        connector.close();
    }
}
