package dev.tailback.queue.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisProblemTest {

    @Test
    void what_redis_says_is_told_in_one_short_line() {
        RedisProblem problem = new RedisProblem("host:6379", Duration.ofSeconds(2), false);
        String told = problem.of(new RedisCommandExecutionException("ERR \u001b[2J" + "x".repeat(5_000) + "\nsecond"))
                .getMessage();
        assertTrue(told.length() < 300, told);
        assertTrue(told.chars().noneMatch(Character::isISOControl), told);
        assertFalse(told.contains("second"), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            OOM command not allowed when used memory > 'maxmemory'. # full
            MISCONF Redis is configured to save RDB snapshots, but # disk
            MISCONF Errors writing to the AOF file: No space left on device # disk
            READONLY You can't write against a read only replica. # replica
            LOADING Redis is loading the dataset in memory # loading
            CLUSTERDOWN The cluster is down # masters
            MASTERDOWN Link with MASTER is down # masters
            NOAUTH Authentication required. # password
            WRONGPASS invalid username-password pair # password
            NOPERM this user has no permissions to run the 'info' command # rights
            BUSY Redis is busy running a script. # script
            NOREPLICAS Not enough good replicas to write. # replicas
            WRONGTYPE Operation against a key holding the wrong kind of value # something else than ours
            DENIED Redis is running in protected mode # protected mode
            ERR max number of clients reached # connections
            ERR unknown command # refused a command
            """)
    void every_refusal_has_its_sentence(String answer, String word) {
        RedisProblem problem = new RedisProblem("host:6379", Duration.ofSeconds(2), false);
        String told = problem.of(new RedisCommandExecutionException(answer)).getMessage();
        assertTrue(told.startsWith("Redis at host:6379 ") && told.contains(word), told);
    }
}
