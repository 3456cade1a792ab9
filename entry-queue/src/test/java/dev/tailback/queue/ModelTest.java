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
        run(Fixture.withSmallOrders("", "", ""), seed, STEPS);
    }

    @Test
    void the_scripts_do_what_the_model_does_with_a_seed_of_the_day() {
        long seed = Long.getLong("tailback.seed", System.currentTimeMillis());
        System.out.println("ModelTest seed " + seed + ", repeat it with -Dtailback.seed=" + seed);
        run(Fixture.withSmallOrders("", "", ""), seed, STEPS);
    }

    /** A checker that cannot fail proves nothing: each damage to a script is found. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '#', quoteCharacter = '"', textBlock = """
            common.lua  # version_of(held) >= version_of(value) # version_of(held) > version_of(value)
            common.lua  # if held and version_of(held) >= version_of(value) then return 0 end # -- newest wins
            common.lua  # redis.call('HDEL', WAIT, entry)      # redis.call('PING')
            common.lua  # redis.call('HDEL', BUSY, group)   # redis.call('PING')
            common.lua  # '%1|' .. attempts .. '|'             # '%1|0|'
            common.lua  # redis.call('ZADD', order_key(group), sequence_of(value), entry) # redis.call('PING')
            common.lua  # and redis.call('HEXISTS', BUSY, group) == 0 then to_tail # then to_tail
            common.lua  # if is_on_hold('contract', group) then # if false then
            common.lua  # return redis.call('HEXISTS', BUSY, group) == 1 or redis.pcall('HEXISTS', ONHOLD, group) == 1 # return redis.call('HEXISTS', BUSY, group) == 1
            common.lua  # redis.pcall('HDEL', CAUSES, entry)   # redis.call('PING')
            take.lua    # if is_on_hold('contract', group) then # if false then
            take.lua    # redis.call('HSET', ONHOLD, unpack(on_hold)) # redis.call('PING')
            take.lua    # if is_kept_by_its_cause(entry) then  # if false then
            hold.lua    # redis.call('HDEL', HOLDS, holds[i])  # redis.call('PING')
            hold.lua    # a[2] > b[2]                          # a[2] < b[2]
            hold.lua    # redis.call('LPUSH', READY            # redis.call('RPUSH', READY
            hold.lua    # redis.call('HDEL', ONHOLD, one[1])   # redis.call('PING')
            hold.lua    # redis.call('ZADD', DELAY, at, entry) # redis.call('PING')
            postpone.lua # ARGV[i + 5])                        # '')
            settle.lua  # at + wait, code)                     # at + wait)
            mend.lua    # {DELAY, 30 * DAY, '(+inf'}           # {DELAY, 30 * DAY, '+inf'}
            mend.lua    # redis.call('ZADD', DELAY, at, entry) # redis.call('PING')
            offer.lua   # (flying and version_of(flying) >= version)  # false
            offer.lua   # (delayed and version_of              # (false and version_of
            offer.lua   # if more == 1 and size == 1 and not batch then # if more == 1 and size == 1 then
            offer.lua   # if not batch and not any_delayed and # if not batch and
            offer.lua   # and redis.call('EXISTS', dirty_key(group)) == 0 then # then
            postpone.lua # (dirty and version_of(dirty) >= version) # false
            postpone.lua # (flying and version_of(flying) >= version) # false
            postpone.lua # if dirty or flying then             # if flying then
            postpone.lua # if dirty or flying then             # if dirty then
            take.lua    # end_delay(entry)                     # redis.call('PING')
            take.lua    # give_back(expired, at)               # forget(expired)
            take.lua    # local held_until = redis.call('ZSCORE', LEASE, batch) # local held_until = false
            take.lua    # size <= limit - taken                # true
            take.lua    # a[3] < b[3]                          # a[3] > b[3]
            take.lua    # redis.call('ZRANGE', order_key(group), 0, limit - 1) # redis.call('ZRANGE', order_key(group), 0, limit - 1, 'REV')
            take.lua    # redis.call('ZREM', order_key(group), unpack(entries)) # redis.call('PING')
            take.lua    # redis.call('UNLINK', order_key(group)) # redis.call('PING')
            take.lua    # redis.call('LTRIM', READY, seen, -1) # redis.call('LTRIM', READY, seen + 1, -1)
            take.lua    # count(-taken, taken)                 # count(0, 0)
            settle.lua  # if redis.call('GET', done_key(batch)) == 'settled' then return {'done'} end # -- forgets
            settle.lua  # if newer and version_of(newer) >= version_of(again) then # if false then
            settle.lua  # redis.call('HDEL', BUSY, unpack(groups)) # redis.call('PING')
            settle.lua  # redis.call('DEL', unpack(flights))   # redis.call('PING')
            settle.lua  # == 1 then to_tail(group, at) end  # == 1 then end
            settle.lua  # redis.call('HINCRBY', COUNTS, 'outcomes', total) # redis.call('PING')
            acknowledge.lua # 'outcomes', -ARGV[i + 1])        # 'outcomes', -1)
            held.lua    # if ended then return {ended} end     # if ended then return {'lost'} end
            release.lua # if not newer or                      # if true or
            extend.lua  # redis.call('ZADD', LEASE             # redis.call('ZADD', DELAY
            common.lua  # if last ~= n then return last - n end # if true then return last - n end
            mend.lua    # if redis.call('EXISTS', batch_key(batch)) == 0 then # if false then
            mend.lua    # local landed = land(                 # local landed = 0 -- land(
            mend.lua    # free(busy[i + 1], busy[i], at)       # redis.call('PING')
            mend.lua    # redis.call('HSETNX', BUSY, group, batch) # 0
            mend.lua    # redis.call('ZADD', DELAY, at, records[i]) # 0
            mend.lua    # figure('flying', flying)             # redis.call('PING')
            recount.lua # redis.call('HSET', COUNTS            # redis.call('PING') --
            missed.lua  # if not is_elsewhere(group) then reply # if false then reply
            missed.lua  # redis.call('EXISTS', order_key(group)) == 0 # false
            missed.lua  # sequence_of(fields[i + 1]), fields[i]) # 0, fields[i])
            putback.lua # to_tail(group, now())             # redis.call('PING')
            """)
    void a_damaged_script_is_found(String file, String piece, String replacement) {
        try (Fixture damaged = Fixture.withSmallOrders(file, piece, replacement)) {
            assertThrows(AssertionError.class, () -> new RandomOperations(damaged, 1).run(STEPS));
        }
    }

    private static void run(Fixture fixture, long seed, int steps) {
        try (fixture) {
            new RandomOperations(fixture, seed).run(steps);
        }
    }
}
