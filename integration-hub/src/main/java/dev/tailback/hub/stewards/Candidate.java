package dev.tailback.hub.stewards;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A record that may stand for a golden record that it does not stand for.
 *
 * @param ground one sentence: why a person must judge
 * @param evidence what speaks for and against by member, in words, as JSON
 */
@MappedEntity("match_candidate")
public record Candidate(
        @Id long id, long sourceId, UUID goldenId, String ground, String evidence, Instant foundAt, State state) {

    /** What became of the question. */
    public enum State {
        OPEN,
        SAME,
        NOT_SAME,
        /** The person it was about was erased. */
        ERASED
    }
}
