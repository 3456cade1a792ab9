package dev.tailback.verification.benchmarks.people;

import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.people.Person.Pace;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.pages.Browser;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** People who work at the same time, each with a browser and a session. */
record Crowd(URI serviceApp, List<SoldLine> sold) {

    /**
     * @return how long they waited for pages, in ms
     * @throws IllegalStateException if one of them got anything but a page
     */
    Map<Act, Samples> work(int people, Pace pace) {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Future<Map<Act, Samples>>> days = new ArrayList<>();
            for (int number = 0; number < people; number++) {
                long seed = number;
                days.add(threads.submit(() -> day(pace, seed)));
            }
            return together(days.stream().map(Crowd::await).toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<Act, Samples> day(Pace pace, long seed) {
        return new Person(Browser.loggedIn(serviceApp, "service", "tailback"), sold, pace, seed).works();
    }

    private static Map<Act, Samples> await(Future<Map<Act, Samples>> day) {
        try {
            return day.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A person could not work on: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<Act, Samples> together(List<Map<Act, Samples>> days) {
        Map<Act, Samples> all = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            Samples samples = new Samples();
            days.forEach(day -> day.getOrDefault(act, new Samples()).values().forEach(samples::add));
            all.put(act, samples);
        }
        return all;
    }
}
