package dev.tailback.verification.torture.faults;

import dev.tailback.queue.EntryQueue;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.torture.people.PlaceAds;
import dev.tailback.verification.torture.people.SoldContract;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * The end of every run with a storm: work waits in Redis, Redis loses it, and no request comes after that. Only the
 * periodic sweep can find it.
 */
public final class LastBlow {
    private static final int ADS = 20;
    private static final Duration OFFERED_WITHIN = Duration.ofMinutes(1);

    private final List<Program> workers;
    private final RedisFaults redis;
    private final EntryQueue queue;
    private final PlaceAds place;
    private final SoldContract contract;

    public LastBlow(List<Program> workers, RedisFaults redis, EntryQueue queue, PlaceAds place, SoldContract contract) {
        this.workers = workers;
        this.redis = redis;
        this.queue = queue;
        this.place = place;
        this.contract = contract;
    }

    /**
     * Before, everything is healed and drained, and nothing else is under way: no program has another reason to look
     * into Redis.
     */
    public void strike(Random random) {
        workers.forEach(Program::freeze);
        try {
            for (int number = 0; number < ADS; number++) {
                place.on(contract, random);
            }
            Await.until(() -> queue.operations().status().waitingEntries() >= ADS, OFFERED_WITHIN);
            redis.wipe();
        } finally {
            workers.forEach(Program::thaw);
        }
    }
}
