package dev.tailback.queue.redis;

import dev.tailback.queue.QueueUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.InvalidAlgorithmParameterException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Turns what Redis or the driver says into one sentence for people.
 *
 * @param inTls whether we speak TLS: then silence at the beginning may also mean a port without TLS
 */
public record RedisProblem(String address, Duration timeout, boolean inTls) {
    private static final int MOST_SHOWN = 200;

    QueueUnavailable of(Throwable problem) {
        return new QueueUnavailable(sentence(problem), problem);
    }

    QueueUnavailable ofSilence(Throwable problem) {
        return new QueueUnavailable(silence(), problem);
    }

    private String silence() {
        return "Redis at " + address + " did not answer within " + timeout.toMillis()
                + " ms: check that it runs and is not overloaded";
    }

    // A port without TLS waits for the rest of our greeting, so it is as silent as a Redis that hangs. The driver ends
    // the wait with one of two clocks, and a busy machine decides which: both lead here.
    private String silenceAtGreeting() {
        return inTls
                ? "Redis at " + address + " does not answer in TLS, nothing came within " + timeout.toMillis()
                        + " ms: check that it runs and is not overloaded, and that REDIS_URI "
                        + "names its TLS port; if it has"
                        + " none, write redis:// instead of rediss://"
                : silence();
    }

    private String sentence(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedisCommandExecutionException answer && answer.getMessage() != null) {
                return answered(answer.getMessage());
            }
            if (cause instanceof SSLException handshake && timedOut(handshake)) {
                return silenceAtGreeting();
            }
            if (cause instanceof SSLException || cause instanceof InvalidAlgorithmParameterException) {
                return new TlsProblem("Redis at " + address, cause).sentence();
            }
            if (cause instanceof RedisConnectionException && brokenOff(cause)) {
                return "Redis at " + address + " closed the connection at our greeting: if it wants TLS there, write"
                        + " rediss:// in REDIS_URI; if not, it may have too many connections: look at its maxclients";
            }
            // It took the connection, but said nothing to our greeting.
            if (cause instanceof RedisCommandTimeoutException) {
                return silenceAtGreeting();
            }
        }
        return "Redis at " + address + " cannot be reached: check that it runs and that REDIS_URI is right";
    }

    private static boolean timedOut(SSLException handshake) {
        return String.valueOf(handshake.getMessage()).contains("handshake timed out");
    }

    // What we read of a connection that the other side ended depends on how far our greeting had got.
    private static boolean brokenOff(Throwable connecting) {
        return String.valueOf(connecting.getMessage()).startsWith("Connection closed prematurely")
                || connecting.getCause() instanceof ClosedChannelException
                || connecting.getCause() instanceof IOException lost && brokenOff(String.valueOf(lost.getMessage()));
    }

    private static boolean brokenOff(String lost) {
        return lost.contains("Connection reset") || lost.contains("Broken pipe");
    }

    /** Of a Redis that may delete what it was given, or does not say whether it may. */
    public Optional<String> evicts(String policy) {
        String redis = "Redis at " + address;
        return switch (policy) {
            case "noeviction" -> Optional.empty();
            case "" ->
                Optional.of(redis + " does not say what it does when it is full: make sure that its maxmemory-policy is"
                        + " noeviction");
            default ->
                Optional.of(redis + " may delete keys of the queue when it is full (maxmemory-policy " + policy
                        + "): set maxmemory-policy noeviction. What it deletes is offered again from the ledger, but"
                        + " only after some minutes");
        };
    }

    private String answered(String message) {
        String redis = "Redis at " + address;
        return switch (message.split(" ", 2)[0]) {
            case "OOM" -> redis + " is full: give it more memory (maxmemory); until then the ledger keeps what is new";
            case "READONLY" -> redis + " is a read-only replica: point REDIS_URI at the master";
            case "LOADING" -> redis + " is still loading its data: it will answer when it is done";
            case "NOAUTH", "WRONGPASS" -> redis + " refuses our user or password: correct REDIS_URI";
            case "NOPERM" ->
                redis + " forbids our user something (" + shown(message)
                        + "): give it the rights that docs/queue.md names";
            case "MISCONF" -> redis + " cannot write to its disk: make room, then look into its log";
            case "NOREPLICAS" ->
                redis + " has fewer replicas than min-replicas-to-write asks for: start them, or ask for fewer";
            case "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN" ->
                redis + " is between two masters: it will answer again soon";
            case "BUSY", "UNKILLABLE" ->
                redis + " is held up by a long script: it will answer when that ends; SCRIPT KILL ends one that has"
                        + " written nothing";
            case "WRONGTYPE" ->
                redis + " holds something else than ours under a key of the queue: it is put right within some minutes;"
                        + " find out who else writes keys that begin with tailback:";
            case "DENIED" ->
                redis + " takes no calls from other machines (protected mode): give it a password, and set bind";
            default ->
                message.contains("max number of clients")
                        ? redis + " has too many connections: raise its maxclients, or find out who opens so many"
                        : redis + " refused a command: " + shown(message);
        };
    }

    /** The first line of what another program wrote, short and without control characters. */
    private static String shown(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.substring(0, Math.min(MOST_SHOWN, line.length())).replaceAll("\\p{Cntrl}", "?");
    }
}
