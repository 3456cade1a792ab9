package dev.tailback.crm.declared;

import dev.tailback.mapping.declaration.Section;
import dev.tailback.program.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of the file that occur in several places of it. */
final class Lines {

    private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z]*)\\}");
    private static final Duration LONGEST = Duration.ofDays(365);

    private Lines() {}

    static Optional<Place> place(Section section, String line) {
        return section.text(line).flatMap(text -> place(section, line, text));
    }

    static List<Place> places(Section section, String line) {
        List<Place> places = new ArrayList<>();
        section.list(line).forEach(text -> place(section, line, text).ifPresent(places::add));
        return places;
    }

    private static Optional<Place> place(Section section, String line, String text) {
        try {
            return Optional.of(Place.of(text));
        } catch (IllegalArgumentException none) {
            section.wrong("'" + line + "' must be a place in the answer, written as JSON Pointer: /data/items.");
            return Optional.empty();
        }
    }

    /** @param blanks the names in braces that may stand in it */
    static String path(Section section, String line, Set<String> blanks) {
        String path = section.required(line);
        if (!path.isEmpty() && !path.matches("/[^\\s?#\\\\]{0,500}")) {
            section.wrong("'" + line + "' must begin with a slash and hold no '?'; parameters stand in 'query'.");
        }
        mustBeKnown(section, line, path, blanks);
        return path;
    }

    static Map<String, String> query(Section section, Set<String> blanks) {
        Section lines = section.section("query");
        Map<String, String> query = new HashMap<>();
        for (String name : lines.names()) {
            String value = lines.text(name).orElse("");
            mustBeKnown(lines, name, name, blanks);
            mustBeKnown(lines, name, value, blanks);
            query.put(name, value);
        }
        return query;
    }

    private static void mustBeKnown(Section section, String line, String text, Set<String> blanks) {
        Matcher names = BLANK.matcher(text);
        while (names.find()) {
            if (!blanks.contains(names.group(1))) {
                section.wrong("'" + line + "' holds {" + names.group(1) + "}, which stands for nothing here"
                        + (blanks.isEmpty() ? "." : "; possible are " + shown(blanks) + "."));
            }
        }
    }

    private static String shown(Set<String> blanks) {
        return blanks.stream().sorted().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    static Duration duration(Section section, String line, Duration usual) {
        Optional<String> text = section.text(line);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            Duration given = Durations.parse(text.get());
            if (!given.isNegative() && given.compareTo(LONGEST) <= 0) {
                return given;
            }
        } catch (IllegalArgumentException none) {
            // Said below.
        }
        section.wrong("'" + line + "' must be a time up to 365d, as 250ms, 90s, 15m or 24h.");
        return usual;
    }

    static <E extends Enum<E>> E choice(Section section, String line, Class<E> kind, E usual) {
        Optional<String> text = section.text(line);
        if (text.isEmpty()) {
            return usual;
        }
        Optional<E> found = Arrays.stream(kind.getEnumConstants())
                .filter(one -> word(one).equals(text.get()))
                .findFirst();
        if (found.isEmpty()) {
            section.wrong("'" + line + "' must be one of "
                    + Arrays.stream(kind.getEnumConstants()).map(Lines::word).collect(Collectors.joining(", ")) + ".");
        }
        return found.orElse(usual);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
