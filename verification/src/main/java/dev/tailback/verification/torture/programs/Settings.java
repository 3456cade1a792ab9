package dev.tailback.verification.torture.programs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run is to be.
 *
 * @param home where the programs were built
 * @param data where everything of the run is kept; emptied at its start
 * @param storm how long faults strike; start, healing, draining and checks come on top
 * @param seed decides the acts, the faults, their order and their length
 * @param shards of the queue, 1 to 64
 * @param calm people work, and nothing is broken
 * @param mapping the file that says the names of another org; none for Tailback's own objects
 * @param without the guard that is switched off, to see the run fail
 */
public record Settings(
        Path home,
        Path data,
        Duration storm,
        long seed,
        int shards,
        boolean calm,
        Optional<Path> mapping,
        Optional<Guard> without) {

    boolean isWithout(Guard guard) {
        return without.filter(guard::equals).isPresent();
    }

    /** How long nothing may move before a drain is given up; shorter where the run is to fail anyway. */
    public Duration patience() {
        return without.isPresent() ? Duration.ofSeconds(30) : Duration.ofMinutes(3);
    }

    /** The command that repeats the run. */
    public String command() {
        return "./tailback torture --seconds " + storm.toSeconds() + " --seed " + seed
                + (shards == 1 ? "" : " --shards " + shards) + (calm ? " --calm" : "")
                + mapping.map(file -> " --mapping " + file).orElse("")
                + without.map(guard -> " --without " + guard).orElse("");
    }
}
