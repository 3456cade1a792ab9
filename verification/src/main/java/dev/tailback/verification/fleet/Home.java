package dev.tailback.verification.fleet;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the programs were built.
 *
 * @param path absolute
 */
public record Home(Path path) {

    /** The script says where; without it, the directory in which the program was started. */
    public static Home ofThisProgram() {
        return new Home(Path.of(System.getProperty("tailback.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    /** Where the archives of the programs' classes are. */
    public Path archives() {
        String elsewhere = System.getProperty("tailback.archives", "");
        return elsewhere.isEmpty() ? path.resolve(".tailback").resolve("archives") : Path.of(elsewhere);
    }

    /** The directory that was given, or the one for runs of this name. */
    public Path data(Optional<Path> given, String name) {
        return given.orElse(path.resolve(".tailback").resolve(name))
                .toAbsolutePath()
                .normalize();
    }
}
