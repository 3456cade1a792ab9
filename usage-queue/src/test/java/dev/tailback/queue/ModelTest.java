package dev.tailback.queue;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dtailback.seed=N -Dtailback.steps=M} runs one more seed, or a longer run. */
class ModelTest {
    private static final int STEPS = Integer.getInteger("tailback.steps", 2_500);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_scripts_do_what_the_model_does(long seed) {
        run(Fixture.onStandingClock(), seed, STEPS);
    }

    @Test
    void the_scripts_do_what_the_model_does_with_a_seed_of_the_day() {
        long seed = Long.getLong("tailback.seed", System.currentTimeMillis());
        System.out.println("ModelTest seed " + seed + ", repeat it with -Dtailback.seed=" + seed);
        run(Fixture.onStandingClock(), seed, STEPS);
    }

    /** A checker that cannot fail proves nothing: each damage to a script is found. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '#', quoteCharacter = '"', textBlock = """
            offer.lua   # version_of(dirty) >= version         # version_of(dirty) > version
            offer.lua   # (flying and version_of(flying) >= version)  # false
            offer.lua   # redis.call('HDEL', WAIT, entry)      # redis.call('PING')
            offer.lua   # if not batch and redis.call('HLEN'   # if redis.call('HLEN'
            common.lua  # if held and version_of(held) >= version_of(value) then return 0, false end # -- newest wins
            common.lua  # redis.call('HDEL', BUSY, contract)   # redis.call('PING')
            common.lua  # '%1|' .. attempts .. '|'             # '%1|0|'
            take.lua    # give_back(expired, at)               # forget(expired)
            take.lua    # local held_until = redis.call('ZSCORE', LEASE, batch) # local held_until = false
            take.lua    # size <= limit - taken                # true
            take.lua    # sequence_of(a[2]) < sequence_of(b[2]) # sequence_of(a[2]) > sequence_of(b[2])
            take.lua    # count(-taken, taken)                 # count(0, 0)
            settle.lua  # if redis.call('GET', done_key(batch)) == 'settled' then return {'done'} end # -- forgets
            settle.lua  # if newer and version_of(newer) >= version_of(value) then return 'SUPERSEDED', '' end # -- newest wins
            settle.lua  # for _, contract in ipairs(contracts) do free(batch, contract, at) end # -- keeps them
            release.lua # if not newer or                      # if true or
            extend.lua  # redis.call('ZADD', LEASE             # redis.call('ZADD', DELAY
            """)
    void a_damaged_script_is_found(String file, String piece, String replacement) {
        try (Fixture damaged = Fixture.mutated(file, piece, replacement)) {
            assertThrows(AssertionError.class, () -> new RandomOperations(damaged, 1).run(STEPS));
        }
    }

    private static void run(Fixture fixture, long seed, int steps) {
        try (fixture) {
            new RandomOperations(fixture, seed).run(steps);
        }
    }
}
