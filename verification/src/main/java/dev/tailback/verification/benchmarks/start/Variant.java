package dev.tailback.verification.benchmarks.start;

import dev.tailback.verification.fleet.ClassArchive;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to start a program.
 *
 * @param archived whether it takes its classes from an archive
 * @param more options of its Java machine
 */
record Variant(String name, boolean archived, List<String> more) {
    static final Variant JARS = new Variant("jars", false, List.of());
    static final Variant ARCHIVE = new Variant("archive", true, List.of());

    String[] options(ClassArchive archive) {
        List<String> archives = archived ? archive.options() : List.of();
        return Stream.concat(archives.stream(), more.stream()).toArray(String[]::new);
    }
}
