package dev.tailback.crm;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What speaks one kind of CRM. Nothing is kept between calls but a session; a connector may be used by many threads.
 *
 * <p>Every call ends within the connector's own time limit, and everything that a CRM answers is bounded. A CRM that
 * cannot be reached, that refuses, and that has no such thing are three different answers.
 */
public interface Connector extends AutoCloseable {

    /** A call with more writes than {@link #mostWrites} runs no longer. */
    Duration LONGEST_OF_MANY = Duration.ofMinutes(13);

    /** Who we are there, and which rights that we need are missing. */
    Answer<Identity> authenticate();

    /** The objects and fields that this connection was given, as this very user may use them. */
    Answer<Described> schema();

    /**
     * The next page of what changed in one object. Nothing that changed is left out, however many records carry one
     * time and whichever clocks are wrong; something may be told twice. Ends: a page with {@code isLast} is reached also
     * while records go on changing.
     */
    Answer<ChangePage> changes(ChangesAsked asked);

    /** The records as the CRM holds them now, in any order; one that is not there, or not to be seen, is missing. */
    Answer<List<SourceRecord>> read(RecordsAsked asked);

    /**
     * Writes records of one object, at most {@link #mostWrites}; upserts alone may be up to {@link #mostUpserts}. What the
     * CRM refuses as a whole is sent again in halves, so that each record gets its own answer.
     *
     * @return one for each write, in their order. An answer that is not {@link Answer.Given} says that nothing was written
     */
    Answer<List<Written>> write(String object, List<Write> writes);

    /** The most writes that this CRM takes in one call. */
    int mostWrites();

    /**
     * The most upserts in one call where very many wait, and nobody waits for a single one of them: such a call may run
     * for minutes. Updates have no such number: each is made only where the record holds what we believe.
     */
    default int mostUpserts() {
        return mostWrites();
    }

    /** What is left of the CRM's allowance, as far as its last answers told. Asks nothing. */
    Allowance allowance();

    /**
     * How many calls were sent to the CRM since this connector was made: a write that reads and compares sends several.
     * Empty where the connector does not count them, or another one does.
     */
    default OptionalLong sent() {
        return OptionalLong.empty();
    }

    @Override
    void close();
}
