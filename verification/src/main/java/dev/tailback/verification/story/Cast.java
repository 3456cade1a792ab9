package dev.tailback.verification.story;

import dev.tailback.program.CannotStart;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Whom and what the story is about: customers and products of the seed that the org was filled with.
 *
 * @param customer bought 5 of {@code gigantic} and 3 of {@code small} on one contract
 * @param other bought 20 of {@code medium} on the first of its contracts
 */
public record Cast(String customer, String other, String small, String medium, String gigantic) {

    /** @param seed where {@code cast.properties} stands beside the rows */
    public static Cast of(Path seed) {
        Path file = seed.resolve("cast.properties");
        Properties names = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            names.load(text);
        } catch (IOException unreadable) {
            throw CannotStart.misconfigured(
                    "The story needs " + file + ", which says whom it is about: customer, other, small, medium and "
                            + "gigantic.",
                    unreadable);
        }
        return new Cast(
                name(names, "customer", file),
                name(names, "other", file),
                name(names, "small", file),
                name(names, "medium", file),
                name(names, "gigantic", file));
    }

    private static String name(Properties names, String key, Path file) {
        String name = names.getProperty(key, "").strip();
        if (name.isEmpty()) {
            throw CannotStart.misconfigured(file + " does not say '" + key + "'.");
        }
        return name;
    }
}
