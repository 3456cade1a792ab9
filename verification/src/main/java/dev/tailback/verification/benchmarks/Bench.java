package dev.tailback.verification.benchmarks;

import dev.tailback.verification.benchmarks.ads.MeasureAds;
import dev.tailback.verification.benchmarks.bulk.MeasureBulk;
import dev.tailback.verification.benchmarks.calls.MeasureCalls;
import dev.tailback.verification.benchmarks.drain.MeasureConcurrency;
import dev.tailback.verification.benchmarks.drain.MeasureDrain;
import dev.tailback.verification.benchmarks.hub.MeasureHub;
import dev.tailback.verification.benchmarks.latency.MeasureLatency;
import dev.tailback.verification.benchmarks.matching.MeasureMatching;
import dev.tailback.verification.benchmarks.memory.MeasureMemory;
import dev.tailback.verification.benchmarks.org.MeasureOrg;
import dev.tailback.verification.benchmarks.people.MeasurePeople;
import dev.tailback.verification.benchmarks.queue.MeasureQueue;
import dev.tailback.verification.benchmarks.start.MeasureStart;
import picocli.CommandLine.Command;

/** {@code ./tailback bench}: what is measured, against peers, as ratios of one run. */
@Command(
        name = "bench",
        description = "Measures Tailback on this machine, beside something simpler in the same run.",
        subcommands = {
            MeasureQueue.class,
            MeasureDrain.class,
            MeasureConcurrency.class,
            MeasureBulk.class,
            MeasureCalls.class,
            MeasureLatency.class,
            MeasureMemory.class,
            MeasureAds.class,
            MeasurePeople.class,
            MeasureOrg.class,
            MeasureStart.class,
            MeasureMatching.class,
            MeasureHub.class
        },
        mixinStandardHelpOptions = true)
public final class Bench {}
