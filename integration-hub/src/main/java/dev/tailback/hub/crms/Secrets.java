package dev.tailback.hub.crms;

import dev.tailback.mapping.declaration.Section;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment, in which secrets stand: the file only names them, as {@code ${SALES_SECRET}}. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]{0,99})}");

    private final Map<String, String> environment;

    Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** For files that name their secrets themselves. */
    Map<String, String> all() {
        return environment;
    }

    /** The value that a line names; a value that stands in the file itself is a reason, and so is one that is missing. */
    String of(Section lines, String name) {
        String text = lines.required(name);
        if (text.isEmpty()) {
            return "";
        }
        Matcher named = NAME.matcher(text);
        if (!named.matches()) {
            lines.wrong("'" + name + "' must name a value of the environment, such as ${SALES_SECRET}: secrets do not"
                    + " stand in this file.");
            return "";
        }
        return found(lines, named.group(1));
    }

    private String found(Section lines, String variable) {
        Optional<String> value = Optional.ofNullable(environment.get(variable))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
            lines.wrong("the environment has no " + variable + ": set it for the hub.");
        }
        return value.orElse("");
    }
}
