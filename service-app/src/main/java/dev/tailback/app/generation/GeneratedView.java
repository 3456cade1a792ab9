package dev.tailback.app.generation;

import dev.tailback.mapping.generator.Generated;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * An SFDX project.
 *
 * @param files in no order
 * @param kept what the org has already and no file repeats, one sentence each
 * @param costs what this org cannot have, one sentence each
 */
@Serdeable
record GeneratedView(List<FileView> files, List<String> kept, List<String> costs) {

    /**
     * One file.
     *
     * @param path below the project's directory
     * @param content the whole text
     */
    @Serdeable
    record FileView(String path, String content) {}

    static GeneratedView of(Generated generated) {
        return new GeneratedView(
                generated.files().stream()
                        .map(file -> new FileView(file.path(), file.content()))
                        .toList(),
                generated.kept(),
                generated.costs());
    }
}
