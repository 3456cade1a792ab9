package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What becomes of entries that were asked again: known only when Salesforce has answered about each of them. */
final class Outcome {

    private static final String[] STATES = {"Reported", "Locked", "Rejected", "Retrying", "Waiting"};

    private Outcome() {}

    /**
     * Asks every second until nothing is open, or the time is over.
     *
     * @param states reads {@code entries} and {@code states}
     * @return the last counts
     */
    static JsonNode await(Supplier<JsonNode> states, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        JsonNode now = states.get();
        while (!isSettled(now) && System.nanoTime() < end && pause()) {
            now = states.get();
        }
        return now;
    }

    private static boolean pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static boolean isSettled(JsonNode counts) {
        return count(counts, "Waiting") + count(counts, "Retrying") == 0;
    }

    /** Whether Salesforce has accepted every one. */
    static boolean isGood(JsonNode counts) {
        return isSettled(counts) && count(counts, "Rejected") == 0;
    }

    static void print(PrintWriter out, JsonNode counts) {
        StringBuilder told = new StringBuilder();
        for (String state : STATES) {
            if (count(counts, state) > 0) {
                told.append(told.isEmpty() ? "" : ", ")
                        .append(state)
                        .append(' ')
                        .append(count(counts, state));
            }
        }
        String end = isSettled(counts)
                ? "Salesforce has answered about all of them."
                : "Salesforce has not answered about all of them: whether it helped is not known yet.";
        out.println("They stand so now: " + (told.isEmpty() ? "none" : told) + ". " + end);
    }

    private static long count(JsonNode counts, String state) {
        return counts.path("states").path(state).asLong();
    }
}
