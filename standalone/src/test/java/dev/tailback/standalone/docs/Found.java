package dev.tailback.standalone.docs;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a pattern finds in a text. */
final class Found {
    private Found() {}

    /** Every match of the pattern's first group. */
    static Set<String> in(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every name in backticks that the pattern matches as a whole, in text that may be a part of a page. */
    static Set<String> named(String page, String pattern) {
        return in(page, "`(" + pattern + ")`");
    }

    /** The rows of the tables under a heading of a page, up to the next heading of the same or a higher level. */
    static String tablesUnder(String page, String heading) {
        int begin = page.indexOf(heading + "\n");
        if (begin < 0) {
            throw new IllegalArgumentException("The page has no heading '" + heading + "'");
        }
        String level = heading.substring(0, heading.indexOf(' '));
        String rest = page.substring(begin + heading.length());
        int end = Pattern.compile("(?m)^#{1," + level.length() + "} ")
                .matcher(rest)
                .results()
                .findFirst()
                .map(MatchResult::start)
                .orElse(rest.length());
        return rest.substring(0, end)
                .lines()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));
    }

    /** The first cell of each row. */
    static String firstCells(String rows) {
        return rows.lines().map(row -> row.split("\\|", 3)[1]).collect(Collectors.joining("\n"));
    }
}
