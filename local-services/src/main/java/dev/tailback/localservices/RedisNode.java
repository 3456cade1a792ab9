package dev.tailback.localservices;

import java.io.IOException;

/** One Redis among others, as it answers about itself and them. */
record RedisNode(EmbeddedRedis redis) {

    /** @throws ServiceFailed if it does not answer with a text */
    String text(String question) {
        try {
            return RedisWire.askForText(redis.uri(), question).strip();
        } catch (IOException e) {
            throw new ServiceFailed("The Redis on port " + redis.port() + " does not answer", e);
        }
    }

    boolean tells(String question, String line) {
        return text(question).lines().anyMatch(line::equals);
    }

    /** @throws ServiceFailed if it does not say OK */
    void command(String command) {
        try {
            String answer = RedisWire.ask(redis.uri(), command);
            if (!answer.equals("+OK")) {
                throw new ServiceFailed("The Redis on port " + redis.port() + " answered " + answer + " to " + command);
            }
        } catch (IOException e) {
            throw new ServiceFailed("The Redis on port " + redis.port() + " does not answer", e);
        }
    }

    /** Whether it runs and takes itself for a master. */
    boolean isMaster() {
        return redis.isRunning() && tells("INFO replication", "role:master");
    }

    /**
     * Whether it has its master's data, and has it on the disk: a copy is only in memory until its log is written anew.
     */
    boolean hasCopiedItsMaster() {
        return tells("INFO replication", "master_link_status:up")
                && tells("INFO persistence", "aof_rewrite_in_progress:0")
                && tells("INFO persistence", "aof_rewrite_scheduled:0");
    }
}
