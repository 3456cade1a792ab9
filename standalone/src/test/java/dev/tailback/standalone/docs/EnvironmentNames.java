package dev.tailback.standalone.docs;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names of environment values: whole in the sources, whole or as `_ENDING` of the name before in a row of the docs. */
final class EnvironmentNames {
    private static final String PREFIX = "(?:SALESFORCE|REDIS|DATASOURCES|TAILBACK|WORKER|HTTP|RELAY|RECONCILIATION"
            + "|LATE_COPIES|LATE_ARRIVALS|OPERATOR_METRICS|CORRECTION_REQUESTS|LOCAL_ORG|MICRONAUT|ADS|OUTCOMES|FINANCE)";
    private static final String NAME = PREFIX + "_[A-Z]+(?:_[A-Z]+)*";
    private static final Pattern TOKEN = Pattern.compile("`(" + NAME + "|(?:_[A-Z]+)+)`");
    private static final Pattern SETTINGS = Pattern.compile(
            "@ConfigurationProperties\\(\"([a-z.-]+)\"\\)(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s*(?:public )?record \\w+\\(([^{]*)\\)\\s*(?:implements \\w+\\s*)?\\{");
    private static final Pattern COMPONENT =
            Pattern.compile("(?:Duration|int|long|double|boolean|String)\\s+(\\w+)\\s*(?:,|$)");

    private EnvironmentNames() {}

    static boolean isOne(String word) {
        return word.matches(NAME);
    }

    /** The names written out in backticks. */
    static Set<String> toldWholeIn(String docs) {
        Set<String> names = Found.named(docs, NAME);
        names.removeIf(name -> !isOne(name));
        return names;
    }

    /** The names written out, and all that their endings may stand for. */
    static Set<String> toldIn(String docs) {
        Set<String> names = new TreeSet<>();
        docs.lines().forEach(line -> addAll(line, names));
        return names;
    }

    private static void addAll(String line, Set<String> names) {
        String whole = "";
        for (MatchResult token : TOKEN.matcher(line).results().toList()) {
            String name = token.group(1);
            if (!name.startsWith("_")) {
                whole = name;
                names.add(name);
            } else {
                names.addAll(endingsOf(whole, name));
            }
        }
    }

    // `_USERNAME` after `DATASOURCES_DEFAULT_URL`: which part it takes the place of only the sources can tell.
    private static Set<String> endingsOf(String whole, String ending) {
        Set<String> possible = new TreeSet<>();
        for (int end = whole.lastIndexOf('_'); end > 0; end = whole.lastIndexOf('_', end - 1)) {
            possible.add(whole.substring(0, end) + ending);
        }
        return possible;
    }

    /**
     * Names written out, those of the list of all variables, and those the framework derives from a record of settings.
     */
    static Set<String> readIn(String sources) {
        Set<String> names = new TreeSet<>(Found.in(sources, "[\"{:](" + NAME + ")[\"}:]"));
        names.addAll(Found.in(sources, "(?m)^    (" + NAME + ")\\(Form\\."));
        SETTINGS.matcher(sources)
                .results()
                .forEach(settings -> COMPONENT
                        .matcher(settings.group(2))
                        .results()
                        .forEach(component -> names.add(upper(settings.group(1) + "." + kebab(component.group(1))))));
        return names;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2");
    }

    private static String upper(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
