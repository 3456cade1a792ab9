package dev.tailback.verification.hubtorture;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is to be.
 *
 * @param home where the programs were built
 * @param data where everything of the run is kept; emptied at its start
 * @param storm how long faults strike; the first meeting, healing and judging come on top
 * @param seed decides what people type, the faults, their order and their length
 * @param calm people work, and nothing is broken
 */
public record HubSettings(Path home, Path data, Duration storm, long seed, boolean calm) {

    /** The command that repeats the run. */
    String command() {
        return "./tailback torture --hub --seconds " + storm.toSeconds() + " --seed " + seed + (calm ? " --calm" : "");
    }
}
