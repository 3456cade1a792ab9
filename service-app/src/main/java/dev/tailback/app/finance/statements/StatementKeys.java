package dev.tailback.app.finance.statements;

import dev.tailback.app.ledger.Ledger;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The key that signs, and the public half of every key that ever did. A key of one's own stays outside of PostgreSQL;
 * without one, PostgreSQL keeps the first key that was needed.
 */
@Singleton
class StatementKeys {

    private final Rows rows;
    private final Ledger ledger;
    private final Clock clock;
    private final Optional<SigningKey> own;

    StatementKeys(Rows rows, Ledger ledger, Clock clock, StatementSettings settings) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
        this.own = settings.ownKey().map(SigningKey::of);
    }

    /** A public key, and since when it signs. */
    @Serdeable
    record PublicKey(String algorithm, String publicKey, Instant since) {}

    /** Published before it signs for the first time. */
    SigningKey current() {
        return own.map(this::published).orElseGet(this::kept);
    }

    /** All, the newest first; there always is one. */
    List<PublicKey> all() {
        current();
        return rows.all().stream()
                .map(row -> new PublicKey("Ed25519", row.publicKey(), row.since()))
                .toList();
    }

    private SigningKey published(SigningKey key) {
        return ledger.write(() -> {
            rows.publish(key.publicKey(), null, clock.instant());
            return key;
        });
    }

    private SigningKey kept() {
        return rows.kept().map(Row::seed).map(SigningKey::of).orElseGet(this::keepOne);
    }

    private SigningKey keepOne() {
        return ledger.write(() -> {
            rows.lock();
            return rows.kept().map(Row::seed).map(SigningKey::of).orElseGet(() -> {
                String seed = SigningKey.newSeed();
                SigningKey key = SigningKey.of(seed);
                rows.publish(key.publicKey(), seed, clock.instant());
                return key;
            });
        });
    }

    /** A key as it is kept; the seed is a secret and never leaves this room. */
    @MappedEntity("statement_key")
    record Row(@Id String publicKey, @Nullable String seed, Instant since) {

        @Override
        public String toString() {
            return "Row[publicKey=" + publicKey + ", seed=***]";
        }
    }

    /** The SQL. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, String> {

        @Query("select count(*) from (select pg_advisory_xact_lock(7410317)) locked")
        long lock();

        @Query("select * from statement_key where seed is not null order by since limit 1")
        Optional<Row> kept();

        @Query("select * from statement_key order by since desc")
        List<Row> all();

        @Query("""
                insert into statement_key (public_key, seed, since) values (:publicKey, :seed, :since)
                on conflict (public_key) do nothing
                """)
        void publish(String publicKey, @Nullable String seed, Instant since);
    }
}
