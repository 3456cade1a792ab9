package dev.tailback.verification.attack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an attack is to be.
 *
 * @param home where the programs were built
 * @param data where everything of the run is kept; emptied at its start
 * @param seed decides every request of the fuzz
 * @param requests of the fuzz
 * @param longest when the fuzz ends although requests are left
 * @param connections of the fuzz, side by side
 * @param slowest answers that take longer are findings; empty where the time is only reported
 * @param parts the names of those that take place, in order
 */
record AttackSettings(
        Path home,
        Path data,
        long seed,
        long requests,
        Optional<Duration> longest,
        int connections,
        Optional<Duration> slowest,
        List<String> parts) {

    /** The command that repeats the run. */
    String command() {
        return "./tailback attack --requests " + requests + " --seed " + seed
                + longest.map(time -> " --seconds " + time.toSeconds()).orElse("")
                + " --connections " + connections
                + slowest.map(time -> " --slowest " + time.toMillis()).orElse("")
                + (parts.equals(Parts.NAMES) ? "" : " --only " + String.join(",", parts));
    }
}
