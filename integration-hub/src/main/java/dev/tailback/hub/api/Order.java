package dev.tailback.hub.api;

import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a person orders, as it stands in the body of a call: what it is about, and why. */
final class Order {

    private static final TextRule NOTE = TextRule.lines(2_000);
    private static final TextRule LINE = TextRule.line(1_000);
    private static final TextRule FILE = TextRule.lines(250_000);

    private static final int MOST_PAIRS = 200;

    private final JsonObject asked;
    private final String who;

    private Order(JsonObject asked, String who) {
        this.asked = asked;
        this.who = who;
    }

    /** @param names what the body may hold beside {@code note} */
    static Order of(JsonBody body, Principal caller, String... names) {
        TreeSet<String> known = new TreeSet<>(Arrays.asList(names));
        known.add("note");
        return new Order(body.object(known), caller.getName());
    }

    String who() {
        return who;
    }

    /** Why: for other people, and for the record. */
    String note() {
        return asked.requiredText("note", NOTE);
    }

    String text(String name) {
        return asked.requiredText(name, LINE);
    }

    Optional<String> given(String name) {
        return asked.text(name, LINE);
    }

    String file(String name) {
        return asked.requiredText(name, FILE);
    }

    /** A list of pairs; of two with the same first one, the second is wrong. */
    Map<String, String> pairs(String name, String first, String second) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (JsonObject pair : asked.objects(name, MOST_PAIRS, Set.of(first, second))) {
            String one = pair.requiredText(first, LINE);
            String other = pair.requiredText(second, LINE);
            if (pairs.putIfAbsent(one, other) != null) {
                pair.wrong(first, "stands there twice");
            }
        }
        return pairs;
    }

    boolean flag(String name) {
        return asked.flag(name);
    }

    Optional<Long> number(String name) {
        return asked.has(name) ? Optional.of((long) asked.whole(name, 1, Integer.MAX_VALUE)) : Optional.empty();
    }

    /** To be called when everything was read. @throws dev.tailback.web.problems.Problem 400 with every mistake */
    Order checked() {
        asked.refuse();
        return this;
    }
}
