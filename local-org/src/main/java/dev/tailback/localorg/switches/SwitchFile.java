package dev.tailback.localorg.switches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of switches, as a proof of an org writes it: {@code name=value} on each line, {@code #} before a comment. */
public final class SwitchFile {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_SHOWN = 60;

    private SwitchFile() {}

    /**
     * The values by the switches' words.
     *
     * @throws IllegalArgumentException in one sentence that names the file, and the line where one is wrong
     */
    public static Map<String, String> read(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : text(file).split("\\R", -1)) {
            number++;
            String said = line.strip();
            if (!said.isEmpty() && !said.startsWith("#")) {
                put(values, said, file + ", line " + number + ": ");
            }
        }
        return values;
    }

    private static String text(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(file + " is longer than the " + MOST_BYTES
                        + " bytes of a file of switches: name one that a proof has written.");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new IllegalArgumentException(
                    "The file of switches " + file + " cannot be read: name a file that is there.", unread);
        }
    }

    private static void put(Map<String, String> values, String said, String where) {
        int equals = said.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(where + "a switch is set by name=value, not by '"
                    + said.substring(0, Math.min(said.length(), LONGEST_SHOWN)) + "'.");
        }
        String word = said.substring(0, equals).strip();
        if (values.containsKey(word)) {
            throw new IllegalArgumentException(where + "the switch " + word + " is set a second time.");
        }
        try {
            Switches.require(word, said.substring(equals + 1).strip());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(where + wrong.getMessage(), wrong);
        }
        values.put(word, said.substring(equals + 1).strip());
    }
}
