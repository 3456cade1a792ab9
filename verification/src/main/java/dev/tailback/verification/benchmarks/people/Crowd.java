package dev.tailback.verification.benchmarks.people;

import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.people.Person.Pace;
import dev.tailback.verification.benchmarks.report.Samples;
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
            List<Person> persons = new ArrayList<>();
            List<Future<?>> days = new ArrayList<>();
            for (int number = 0; number < people; number++) {
                Person person = new Person(new Browser(serviceApp), sold, pace, number);
                persons.add(person);
                days.add(threads.submit(person));
            }
            days.forEach(Crowd::await);
            return together(persons);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(Future<?> day) {
        try {
            day.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A person could not work on: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<Act, Samples> together(List<Person> persons) {
        Map<Act, Samples> all = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            Samples samples = new Samples();
            persons.forEach(person ->
                    person.waits().getOrDefault(act, new Samples()).values().forEach(samples::add));
            all.put(act, samples);
        }
        return all;
    }
}
