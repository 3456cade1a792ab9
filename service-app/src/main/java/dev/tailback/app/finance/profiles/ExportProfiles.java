package dev.tailback.app.finance.profiles;

import dev.tailback.app.finance.lines.FinanceSettings;
import dev.tailback.app.finance.statements.Statements;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The profiles that are shipped, and those of a directory; a file of the same name stands in for a shipped one. */
@Singleton
public class ExportProfiles {

    private static final List<String> SHIPPED = List.of("tailback", "zuora-usage", "stripe-meter-events");
    private static final String ENDING = ".json";
    private static final int MOST_FILES = 100;
    private static final long MOST_BYTES = 1_000_000;

    private final Map<String, ExportProfile> profiles;
    private final Statements statements;

    ExportProfiles(FinanceSettings settings, Statements statements) {
        this.statements = statements;
        this.profiles = read(settings.profiles());
    }

    /** Looks at the files before anything is built. @throws IllegalArgumentException that says what is wrong and where */
    public static void check(String directory) {
        read(directory);
    }

    /** In the order of the alphabet. */
    public List<String> names() {
        return List.copyOf(profiles.keySet());
    }

    /**
     * The lines of a statement as a profile writes them.
     *
     * @throws Problem 404 {@code not_found}; 409 {@code profile_cannot_reverse}, {@code profile_unmapped}
     */
    public byte[] write(String profile, long statement) {
        ZoneId zone = ZoneId.of(statements.one(statement).zone());
        return one(profile).write(statements.lines(statement), zone);
    }

    Collection<ExportProfile> all() {
        return profiles.values();
    }

    private ExportProfile one(String name) {
        ExportProfile profile = profiles.get(name);
        if (profile == null) {
            throw ProfileProblems.unknown(name);
        }
        return profile;
    }

    private static Map<String, ExportProfile> read(@Nullable String directory) {
        Map<String, ExportProfile> profiles = new TreeMap<>();
        SHIPPED.forEach(name -> profiles.put(name, profile(name, shipped(name))));
        if (directory != null && !directory.isBlank()) {
            files(Path.of(directory)).forEach(file -> {
                String name = file.getFileName().toString().replace(ENDING, "");
                profiles.put(name, profile(name, bytes(file)));
            });
        }
        return profiles;
    }

    private static ExportProfile profile(String name, byte[] file) {
        try {
            return ExportProfile.read(name, file);
        } catch (Problem wrong) {
            throw new IllegalArgumentException(
                    "FINANCE_PROFILES: " + name + ENDING + " is no export profile: "
                            + wrong.detail().replace("Nothing was done, because the input is not valid. ", ""),
                    wrong);
        }
    }

    private static byte[] shipped(String name) {
        try (InputStream file = ExportProfiles.class.getResourceAsStream("/finance-profiles/" + name + ENDING)) {
            if (file == null) {
                throw new IllegalStateException("The shipped profile " + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = new ArrayList<>(
                    all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                            .sorted()
                            .toList());
            if (files.size() > MOST_FILES) {
                throw new IllegalArgumentException(
                        "FINANCE_PROFILES: " + directory + " has more than " + MOST_FILES + " profiles");
            }
            return files;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "FINANCE_PROFILES: " + directory + " cannot be read: name a directory with export profiles",
                    unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("FINANCE_PROFILES: " + file + " is larger than a megabyte");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("FINANCE_PROFILES: " + file + " cannot be read", unreadable);
        }
    }
}
