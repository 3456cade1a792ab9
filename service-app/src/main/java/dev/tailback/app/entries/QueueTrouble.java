package dev.tailback.app.entries;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Why the queue takes nothing now, or not all, as the relay of this process last found; for people whose entries wait for that. */
@Singleton
public class QueueTrouble {

    private final AtomicReference<Optional<String>> sentence = new AtomicReference<>(Optional.empty());

    /** @param why a sentence for people; empty when the queue takes everything */
    public void is(Optional<String> why) {
        sentence.set(why);
    }

    Optional<String> now() {
        return sentence.get();
    }
}
