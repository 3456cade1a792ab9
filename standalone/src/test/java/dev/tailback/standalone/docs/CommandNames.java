package dev.tailback.standalone.docs;

import java.util.Set;
import java.util.TreeSet;

/** Commands and options that people type after {@code ./tailback}. */
final class CommandNames {
    private static final String WORD = "[a-z][a-z-]+";

    private CommandNames() {}

    static Set<String> toldIn(String docs) {
        return Found.in(docs, "\\./tailback (" + WORD + ")");
    }

    static Set<String> ofOpsToldIn(String docs) {
        Set<String> names = new TreeSet<>(Found.in(docs, "(?:\\./tailback |`)ops (" + WORD + ")"));
        names.addAll(Found.in(docs, "(?:\\./tailback |`)ops accounts (" + WORD + ")"));
        names.addAll(Found.in(docs, "(?:\\./tailback |`)ops requests (" + WORD + ")"));
        names.addAll(Found.in(docs, "(?:\\./tailback |`)org (" + WORD + ")"));
        names.addAll(Found.in(docs, "(?:\\./tailback |`)org mapping (" + WORD + ")"));
        return names;
    }

    static Set<String> optionsToldIn(String docs) {
        Set<String> options = new TreeSet<>();
        docs.lines()
                .filter(line -> line.contains("./tailback ") || line.contains("`ops ") || line.contains("`org "))
                .forEach(line -> options.addAll(Found.in(line, "[^\\w-](--" + WORD + ")")));
        return options;
    }

    /** Every option, whichever program it belongs to. */
    static Set<String> optionsMentionedIn(String docs) {
        return Found.in(docs, "[^\\w-](--" + WORD + ")");
    }

    /** The alternatives of the script's last {@code case}. */
    static Set<String> ofTheScript(String script) {
        String alternatives = Found.in(script, "(?m)^  ([a-z-]+(?: \\| [a-z-]+)+)\\)$").stream()
                .filter(line -> line.contains("demo"))
                .findFirst()
                .orElseThrow();
        Set<String> commands = new TreeSet<>(Set.of(alternatives.split(" \\| ")));
        commands.add("env");
        commands.add("help");
        return commands;
    }

    static Set<String> namedIn(String commands) {
        return Found.in(commands, "@Command\\(\\s*name = \"(" + WORD + ")\"");
    }

    static Set<String> optionsIn(String sources) {
        Set<String> options = new TreeSet<>(Found.in(sources, "\"(--" + WORD + ")\""));
        options.add("--help");
        return options;
    }
}
