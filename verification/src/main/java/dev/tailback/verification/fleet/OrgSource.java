package dev.tailback.verification.fleet;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a local org is made of.
 *
 * @param source objects, fields and rules that it executes
 * @param views layouts, list views and reports that only people look at
 * @param seed the rows that an empty org is filled with
 * @param switches the file by which it behaves as some other org; none where it is left at the best guesses
 */
public record OrgSource(Path source, Path views, Path seed, Optional<Path> switches) {

    /** One that is left at the best guesses. */
    public OrgSource(Path source, Path views, Path seed) {
        this(source, views, seed, Optional.empty());
    }

    /** The same with a file of switches, if there is one. */
    public OrgSource switchedBy(Optional<Path> file) {
        return new OrgSource(source, views, seed, file);
    }
}
