package dev.tailback.browser;

import dev.tailback.browser.stage.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A page in one of its states, and the way there.
 *
 * @param address with names in braces for what a test has made
 * @param form what is sent from there, and with what typed into it: two words, or empty
 */
record PageState(String route, String state, String address, String form) {
    private static final Path LIST = Path.of("src/test/resources/pages/states.txt");
    private static final int BAD_REQUEST = 400;

    static List<PageState> all() {
        return lines().stream().flatMap(line -> of(line).stream()).toList();
    }

    /** Routes for which nobody has decided in which states they can be. */
    static Set<String> undecided(List<Route> routes) {
        Set<String> decided = lines().stream()
                .map(line -> line.substring(0, line.indexOf(": ")))
                .collect(Collectors.toSet());
        return routes.stream()
                .map(Route::template)
                .filter(template -> !decided.contains(template))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines() {
        try (var lines = Files.lines(LIST)) {
            return lines.filter(line -> line.startsWith("/")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PageState> of(String line) {
        String route = line.substring(0, line.indexOf(": "));
        String states = line.substring(route.length() + 2);
        return states.equals("no page")
                ? List.of()
                : Arrays.stream(states.split("; "))
                        .map(state -> of(route, state))
                        .toList();
    }

    private static PageState of(String route, String state) {
        String[] words = state.split(" > ");
        String[] place = words[0].split(" ");
        return new PageState(route, place[0], place[1], words.length > 1 ? words[1] : "");
    }

    PageState with(Map<String, String> made) {
        String at = address;
        String sent = form;
        for (Map.Entry<String, String> one : made.entrySet()) {
            at = at.replace("{" + one.getKey() + "}", one.getValue());
            sent = sent.replace("{" + one.getKey() + "}", one.getValue());
        }
        return new PageState(route, state, at, sent);
    }

    /** @throws AssertionError if what must be refused is not */
    void shownTo(Person person) {
        int status = person.opensFor(address);
        if (!form.isEmpty()) {
            String[] words = form.split(" ");
            status = person.sends(words[0], words[1]);
        }
        if (state.equals("refused") && status < BAD_REQUEST) {
            throw new AssertionError(this + " was not refused");
        }
    }
}
