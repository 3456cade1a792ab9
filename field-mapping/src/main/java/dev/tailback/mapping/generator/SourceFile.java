package dev.tailback.mapping.generator;

/**
 * A generated file.
 *
 * @param path below the directory of the project, with slashes; never up and never absolute
 * @param content the whole text
 */
public record SourceFile(String path, String content) {

    private static final String SOURCE = "force-app/main/default/";

    static SourceFile of(String folder, String name, String suffix, String content) {
        return new SourceFile(SOURCE + folder + "/" + name + "." + suffix + "-meta.xml", content);
    }

    /** A file in a folder of an object. */
    static SourceFile below(String object, String folder, String name, String suffix, String content) {
        return of("objects/" + object + "/" + folder, name, suffix, content);
    }
}
