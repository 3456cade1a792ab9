package dev.tailback.app.ads;

import dev.tailback.app.ledger.IdSource;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Does the work of a request once per Idempotency-Key, however often and however concurrently it arrives. */
@Singleton
class Once {

    private final IdempotencyKeys keys;
    private final IdSource ids;

    Once(IdempotencyKeys keys, IdSource ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** The answer given already, outside of any transaction. */
    Optional<AdView> answered(Optional<IdempotencyKey> key) {
        return key.flatMap(keys::answered);
    }

    /**
     * Inside the transaction that does the work: under a new ad id, unless another transaction with this key committed
     * first.
     */
    AdView with(Optional<IdempotencyKey> key, Function<UUID, AdView> work) {
        UUID id = ids.next();
        return key.map(named -> with(named, id, work)).orElseGet(() -> work.apply(id));
    }

    private AdView with(IdempotencyKey key, UUID id, Function<UUID, AdView> work) {
        if (!keys.take(key, id)) {
            return keys.answered(key).orElseThrow();
        }
        AdView answer = work.apply(id);
        keys.remember(key, answer);
        return answer;
    }
}
