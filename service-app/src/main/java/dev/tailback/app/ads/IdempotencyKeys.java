package dev.tailback.app.ads;

import dev.tailback.app.ledger.IdSource;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Does the work of a request once per Idempotency-Key, however often and however concurrently it arrives, and remembers
 * the answer in the request's own transaction. A second request with the key waits for the first one's commit and then
 * gets the same answer; after a roll-back it does the work itself.
 */
@Singleton
class IdempotencyKeys {

    private final Rows rows;
    private final ObjectMapper json;
    private final IdSource ids;
    private final Clock clock;

    IdempotencyKeys(Rows rows, ObjectMapper json, IdSource ids, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The answer given already.
     *
     * @throws Problem 409 {@code idempotency_key_reused} when it was given to another request
     */
    Optional<AdView> answered(IdempotencyKey key) {
        return rows.find(key.account(), key.key()).map(row -> read(row, key));
    }

    /**
     * Inside the transaction that does the work: under a new ad id, unless another transaction with this key committed
     * first.
     */
    AdView once(Optional<IdempotencyKey> key, Function<UUID, AdView> work) {
        UUID id = ids.next();
        return key.map(named -> once(named, id, work)).orElseGet(() -> work.apply(id));
    }

    private AdView once(IdempotencyKey key, UUID id, Function<UUID, AdView> work) {
        boolean taken = rows.take(key.account(), key.key(), key.requestHash(), id, clock.instant()) == 1;
        if (!taken) {
            return answered(key).orElseThrow();
        }
        AdView answer = work.apply(id);
        remember(key, answer);
        return answer;
    }

    private void remember(IdempotencyKey key, AdView answer) {
        try {
            rows.answer(key.account(), key.key(), json.writeValueAsString(answer));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the answer of ad " + answer.id(), e);
        }
    }

    /** @return how many were forgotten, at most a thousand */
    int forgetSomeOlderThan(Duration age) {
        return rows.forgetSome(clock.instant().minus(age));
    }

    private AdView read(Row row, IdempotencyKey key) {
        if (!row.requestHash().equals(key.requestHash())) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "idempotency_key_reused",
                            "Nothing was saved: this Idempotency-Key was already used for another request. Send a new key"
                                    + " with every new ad, and the same key only to repeat the same request.")
                    .with("adId", row.adId());
        }
        try {
            return json.readValue(row.answer(), AdView.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer of ad " + row.adId(), e);
        }
    }

    /** A key as one account used it. */
    @MappedEntity("idempotency_key")
    record Row(
            @Id String key,
            String account,
            String requestHash,
            UUID adId,
            @Nullable String answer) {}

    /** The SQL. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, String> {

        @Query("select * from idempotency_key where account = :account and key = :key")
        Optional<Row> find(String account, String key);

        @Query("""
                insert into idempotency_key (account, key, request_hash, ad_id, created_at)
                values (:account, :key, :requestHash, :adId, :at)
                on conflict (account, key) do nothing
                """)
        int take(String account, String key, String requestHash, UUID adId, Instant at);

        @Query("update idempotency_key set answer = :answer where account = :account and key = :key")
        void answer(String account, String key, String answer);

        @Query("""
                delete from idempotency_key where (account, key) in
                    (select account, key from idempotency_key where created_at < :before limit 1000)
                """)
        int forgetSome(Instant before);
    }
}
