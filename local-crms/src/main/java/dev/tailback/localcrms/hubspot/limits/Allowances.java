package dev.tailback.localcrms.hubspot.limits;

import dev.tailback.localcrms.hubspot.account.AccountClock;
import dev.tailback.localcrms.hubspot.switches.Switch;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the calls of the app. A call that is refused does not count. */
public final class Allowances {
    private static final long TEN_SECONDS = 10_000;
    private static final long SECOND = 1000;
    private static final long DAY = 86_400_000;

    private final AccountClock clock;
    private final Switches switches;
    private final Deque<Long> lastTenSeconds = new ArrayDeque<>();
    private final Deque<Long> lastSearches = new ArrayDeque<>();
    private AllowanceSettings settings;
    private long day;
    private int today;

    public Allowances(AllowanceSettings settings, AccountClock clock, Switches switches) {
        this.settings = settings;
        this.clock = clock;
        this.switches = switches;
    }

    public synchronized AllowanceSettings settings() {
        return settings;
    }

    public synchronized void set(AllowanceSettings other) {
        settings = other;
    }

    public synchronized int usedToday() {
        forgetOld();
        return today;
    }

    /** When the day's count begins anew, in milliseconds. */
    public long resetsAt() {
        return (clock.machineNow() / DAY + 1) * DAY;
    }

    /** Takes one call from what is left; or says which limit it would break. */
    public synchronized Optional<Policy> take(boolean search) {
        forgetOld();
        Optional<Policy> broken = broken(search);
        if (broken.isEmpty()) {
            long now = clock.machineNow();
            today++;
            if (search) {
                lastSearches.add(now);
            }
            if (countsForTenSeconds(search)) {
                lastTenSeconds.add(now);
            }
        }
        return broken;
    }

    private boolean countsForTenSeconds(boolean search) {
        return !search || switches.is(Switch.SEARCH_COUNTS_FOR_TEN_SECONDS, "yes");
    }

    private Optional<Policy> broken(boolean search) {
        if (today >= settings.daily()) {
            return Optional.of(Policy.DAILY);
        }
        if (search && lastSearches.size() >= settings.searchSecondly()) {
            return Optional.of(Policy.SECONDLY);
        }
        return countsForTenSeconds(search) && lastTenSeconds.size() >= settings.tenSecondly()
                ? Optional.of(Policy.TEN_SECONDLY_ROLLING)
                : Optional.empty();
    }

    private void forgetOld() {
        long now = clock.machineNow();
        forget(lastTenSeconds, now - TEN_SECONDS);
        forget(lastSearches, now - SECOND);
        if (day != now / DAY) {
            day = now / DAY;
            today = 0;
        }
    }

    private static void forget(Deque<Long> calls, long before) {
        while (!calls.isEmpty() && calls.getFirst() <= before) {
            calls.removeFirst();
        }
    }

    /** The headers that tell what is left; HubSpot's search has none. */
    public synchronized Map<String, String> headers() {
        forgetOld();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-HubSpot-RateLimit-Daily", Integer.toString(settings.daily()));
        headers.put("X-HubSpot-RateLimit-Daily-Remaining", Integer.toString(Math.max(0, settings.daily() - today)));
        headers.put("X-HubSpot-RateLimit-Interval-Milliseconds", Long.toString(TEN_SECONDS));
        headers.put("X-HubSpot-RateLimit-Max", Integer.toString(settings.tenSecondly()));
        headers.put(
                "X-HubSpot-RateLimit-Remaining",
                Integer.toString(Math.max(0, settings.tenSecondly() - lastTenSeconds.size())));
        return headers;
    }
}
