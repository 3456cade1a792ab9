package dev.tailback.hub.stewards;

import dev.tailback.hub.golden.Goldens;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Closes questions to stewards, each once, in the caller's transaction. */
@Singleton
class Questions {

    private final StewardRows rows;
    private final Goldens goldens;

    Questions(StewardRows rows, Goldens goldens) {
        this.rows = rows;
        this.goldens = goldens;
    }

    /**
     * Nobody meets, merges or erases records of the entity until the transaction ends.
     *
     * @return not there if it was closed
     */
    Optional<Candidate> close(long id, Candidate.State answer, Said said) {
        rows.entityOfQuestion(id).ifPresent(goldens::alone);
        Optional<Candidate> open = rows.lock(id).filter(candidate -> candidate.state() == Candidate.State.OPEN);
        open.ifPresent(candidate -> rows.answer(id, answer, said.who()));
        return open;
    }
}
