package dev.tailback.mapping;

import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What is published in the place of a mapping while nothing may be sent by it, because the org cannot keep it any more.
 * For a program that does not know of it, it is no mapping, so that program sends nothing either.
 */
public final class StopNotice {

    private static final String KEY = "stopped";

    private static final int LONGEST = 2_000;

    private StopNotice() {}

    /** @param sentence what is so, and what to do about it; only its first 2,000 letters are told */
    public static String write(String sentence) {
        String line = sentence.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return new Yaml(new DumperOptions())
                .dumpAsMap(Map.of(KEY, line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line));
    }

    /** The sentence; empty for any other text, as for a mapping. */
    public static Optional<String> read(String text) {
        if (!text.startsWith(KEY + ":")) {
            return Optional.empty();
        }
        return Optional.of(MappingYaml.sentence(text, KEY));
    }
}
