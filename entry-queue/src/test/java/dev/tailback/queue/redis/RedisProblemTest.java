package dev.tailback.queue.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
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

    @Test
    void silence_at_the_greeting_has_one_sentence_whichever_clock_of_the_driver_ends_it_first() {
        RedisProblem inTls = new RedisProblem("host:6380", Duration.ofSeconds(1), true);
        String handshake = inTls.of(connecting(new SSLHandshakeException("handshake timed out after 1000ms")))
                .getMessage();
        String greeting = inTls.of(connecting(new RedisCommandTimeoutException("Connection initialization timed out")))
                .getMessage();

        assertEquals(handshake, greeting);
        assertTrue(greeting.contains("does not answer in TLS, nothing came within 1000 ms"), greeting);
        assertTrue(greeting.contains("is not overloaded") && greeting.contains("write redis://"), greeting);
    }

    @Test
    void silence_at_the_greeting_of_a_plain_connection_has_no_word_about_tls() {
        RedisProblem plain = new RedisProblem("host:6379", Duration.ofSeconds(1), false);
        String greeting = plain.of(connecting(new RedisCommandTimeoutException("Connection initialization timed out")))
                .getMessage();

        assertTrue(greeting.contains("did not answer within 1000 ms") && !greeting.contains("TLS"), greeting);
    }

    @Test
    void a_connection_ended_at_the_greeting_is_told_alike_however_far_our_greeting_had_got() {
        RedisProblem plain = new RedisProblem("host:6379", Duration.ofSeconds(1), false);
        List<Exception> ends = List.of(
                new IOException("Connection reset"),
                new IOException("recvAddress(..) failed: Connection reset by peer"),
                new IOException("Broken pipe"),
                new ClosedChannelException());

        for (Exception end : ends) {
            String told = plain.of(connecting(end)).getMessage();
            assertTrue(told.contains("closed the connection at our greeting") && told.contains("maxclients"), told);
        }
        String nobody =
                plain.of(connecting(new ConnectException("Connection refused"))).getMessage();
        assertTrue(nobody.contains("cannot be reached"), nobody);
    }

    private static RedisConnectionException connecting(Exception cause) {
        return new RedisConnectionException("Unable to connect", cause);
    }
}
