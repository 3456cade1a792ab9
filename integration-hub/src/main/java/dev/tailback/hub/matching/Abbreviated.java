package dev.tailback.hub.matching;

import java.util.List;

/** Whether one name is the other with initials or without some of its names: R. Camps is Rafael Camps. */
final class Abbreviated {

    private Abbreviated() {}

    static boolean is(String one, String other) {
        if (one.replace(" ", "").equals(other.replace(" ", ""))) {
            return true;
        }
        List<String> first = List.of(one.split(" "));
        List<String> second = List.of(other.split(" "));
        return first.size() > 1
                && second.size() > 1
                && last(first).equals(last(second))
                && (fits(first.get(0), second.get(0)) || fits(second.get(0), first.get(0)));
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    private static boolean fits(String initial, String name) {
        return initial.equals(name) || initial.length() == 1 && name.startsWith(initial);
    }
}
