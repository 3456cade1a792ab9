package dev.tailback.queue;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.io.IOException;
import java.security.InvalidAlgorithmParameterException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Turns what Redis or the driver says into one sentence for people. */
record RedisProblem(String address, Duration timeout) {

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

    private String sentence(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedisCommandExecutionException answer && answer.getMessage() != null) {
                return answered(answer.getMessage());
            }
            if (cause instanceof SSLException || cause instanceof InvalidAlgorithmParameterException) {
                return new TlsProblem("Redis at " + address, cause).sentence();
            }
            if (cause instanceof RedisConnectionException && brokenOff(cause)) {
                return "Redis at " + address + " closed the connection at our greeting: if it wants TLS there, write"
                        + " rediss:// in REDIS_URI";
            }
            // It took the connection, but said nothing to our greeting.
            if (cause instanceof RedisCommandTimeoutException) {
                return silence();
            }
        }
        return "Redis at " + address + " cannot be reached: check that it runs and that REDIS_URI is right";
    }

    private static boolean brokenOff(Throwable connecting) {
        return String.valueOf(connecting.getMessage()).startsWith("Connection closed prematurely")
                || connecting.getCause() instanceof IOException lost && "Connection reset".equals(lost.getMessage());
    }

    private String answered(String message) {
        String redis = "Redis at " + address;
        return switch (message.split(" ", 2)[0]) {
            case "OOM" -> redis + " is full: give it more memory (maxmemory); until then the ledger keeps what is new";
            case "READONLY" -> redis + " is a read-only replica: point REDIS_URI at the master";
            case "LOADING" -> redis + " is still loading its data: it will answer when it is done";
            case "NOAUTH", "WRONGPASS" -> redis + " refuses our user or password: correct REDIS_URI";
            case "NOPERM" ->
                redis + " forbids our user something (" + message + "): give it the rights that docs/queue.md names";
            case "MISCONF" -> redis + " cannot write to its disk: make room, then look into its log";
            case "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN" ->
                redis + " is between two masters: it will answer again soon";
            default ->
                redis + " refused a command: " + message.lines().findFirst().orElse("");
        };
    }
}
