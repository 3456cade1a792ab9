package dev.tailback.verification.fleet;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How each kind of part runs, ends, and is started. */
record Parts(String name, BooleanSupplier running, Supplier<String> how, Runnable again) implements KeptUp.Part {

    static KeptUp.Part of(Program program) {
        return new Parts(program.name(), program::isAlive, () -> "ended with " + program.exitValue(), program::start);
    }

    /** Its start waits until it has recovered what was written down. */
    static KeptUp.Part of(EmbeddedPostgres postgres) {
        return new Parts("postgres", postgres::isRunning, () -> "ended", postgres::start);
    }

    static KeptUp.Part of(EmbeddedRedis redis) {
        return new Parts("redis", redis::isRunning, () -> "ended", redis::start);
    }

    @Override
    public boolean isRunning() {
        return running.getAsBoolean();
    }

    @Override
    public String ending() {
        return how.get();
    }

    @Override
    public void start() {
        again.run();
    }
}
