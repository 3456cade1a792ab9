package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A directory with nothing in it, into which files of an answer are written: none beside it, none over another. */
final class NewDirectory {

    private static final int MOST_FILES = 1_000;

    private final Path root;

    private NewDirectory(Path root) {
        this.root = root;
    }

    /** @throws Refusal when something is in it, or it is no directory */
    static NewDirectory at(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw Refusal.beforeItBegan("'" + directory + "' is a file: name a directory that is new or empty.");
        }
        if (Files.isDirectory(directory) && !isEmpty(directory)) {
            throw Refusal.beforeItBegan("'" + directory + "' is not empty: name a directory that is new or empty.");
        }
        return new NewDirectory(directory.toAbsolutePath().normalize());
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw Refusal.beforeItBegan("'" + directory + "' cannot be read: name a directory that is yours.");
        }
    }

    /**
     * All of them or, where one does not belong here, none.
     *
     * @param files each with {@code path} and {@code content}
     */
    void write(JsonNode files) {
        if (!files.isArray() || files.isEmpty() || files.size() > MOST_FILES) {
            throw Refusal.byTheServiceApp("the answer holds no files, or too many. Are both of the same version?");
        }
        Map<Path, String> texts = new LinkedHashMap<>();
        files.forEach(file -> {
            Path path = inside(file.path("path").asText(""));
            if (texts.put(path, file.path("content").asText("")) != null) {
                throw Refusal.byTheServiceApp("the answer holds a file twice, so nothing was written.");
            }
        });
        texts.forEach(NewDirectory::write);
    }

    private Path inside(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (!Path.of(path).isAbsolute() && file.startsWith(root) && !file.equals(root) && path.indexOf('\\') < 0) {
                return file;
            }
        } catch (InvalidPathException impossible) {
            throw outside();
        }
        throw outside();
    }

    private static Refusal outside() {
        return Refusal.byTheServiceApp(
                "the answer holds a file that does not belong into the directory, so nothing was "
                        + "written. Is this your service app?");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException unwritable) {
            throw Refusal.beforeItBegan(
                    "'" + file + "' cannot be written: name a directory that is yours, on a disk with "
                            + "room, and take an empty one again.");
        }
    }
}
