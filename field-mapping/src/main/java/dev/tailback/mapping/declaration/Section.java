package dev.tailback.mapping.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lines of a file that belong together. What is not as it must be becomes a reason, and the reading goes on. */
public final class Section {

    private static final int SHOWN = 80;

    private final String path;
    private final Map<?, ?> lines;
    private final List<String> reasons;

    Section(String path, Map<?, ?> lines, List<String> reasons) {
        this.path = path;
        this.lines = lines;
        this.reasons = reasons;
    }

    /** Where it stands in the file, for sentences. */
    public String path() {
        return path;
    }

    /** Adds a reason; the sentence begins with the place. */
    public void wrong(String sentence) {
        reasons.add(path + ": " + sentence);
    }

    /** Names a line that has no meaning here, which often is a slip of the keyboard. */
    public void only(Set<String> names) {
        for (String name : names()) {
            if (!names.contains(name)) {
                wrong("'" + line(name) + "' has no meaning here; possible are "
                        + String.join(", ", new TreeSet<>(names)) + ".");
            }
        }
    }

    /** In the order of the file. */
    public List<String> names() {
        return lines.keySet().stream().map(String::valueOf).toList();
    }

    public boolean has(String name) {
        return lines.get(name) != null;
    }

    /** Whether a line holds one value, and not more lines or a list. */
    public boolean isText(String name) {
        Object value = lines.get(name);
        return value != null && !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
    }

    /** The value of a line; a value that is no single one is a reason. */
    public Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!isText(name)) {
            wrong("'" + name + "' must be one value.");
            return Optional.empty();
        }
        return Optional.of(String.valueOf(lines.get(name)).strip());
    }

    /** The value of a line that must be there. */
    public String required(String name) {
        Optional<String> text = text(name).filter(value -> !value.isEmpty());
        if (text.isEmpty() && (!has(name) || isText(name))) {
            wrong("'" + name + "' is missing.");
        }
        return text.orElse("");
    }

    /** A whole number from one on; anything else is a reason, and then it is 1. */
    public int count(String name) {
        String text = required(name);
        if (text.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            wrong("'" + name + "' is " + line(text) + "; it must be a whole number from 1 on.");
        }
        return 1;
    }

    public boolean flag(String name) {
        String text = text(name).orElse("false");
        if (!Set.of("true", "false").contains(text)) {
            wrong("'" + name + "' must be true or false.");
        }
        return text.equals("true");
    }

    /** The values of a list; one value alone is a list of one. */
    public List<String> list(String name) {
        Object value = lines.get(name);
        if (value instanceof List<?> list) {
            List<String> values = new ArrayList<>();
            list.forEach(item -> values.add(String.valueOf(item).strip()));
            return List.copyOf(values);
        }
        return text(name).map(List::of).orElse(List.of());
    }

    /** The lines below a name; none where there are none. */
    public Section section(String name) {
        Object value = lines.get(name);
        if (value != null && !(value instanceof Map<?, ?>)) {
            wrong("'" + name + "' must hold more lines.");
        }
        Map<?, ?> below = value instanceof Map<?, ?> map ? map : Map.of();
        return new Section(path.equals("the file") ? name : path + "." + line(name), below, reasons);
    }

    static String line(String text) {
        String one = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return one.length() > SHOWN ? one.substring(0, SHOWN) + "…" : one;
    }
}
