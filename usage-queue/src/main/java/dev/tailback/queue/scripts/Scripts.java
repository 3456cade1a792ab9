package dev.tailback.queue.scripts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The queue's scripts: each file with the common part put in after its first line, which holds Redis' flags. */
public final class Scripts {
    private static final String FOLDER = "/dev/tailback/queue/";

    private final Map<String, Script> loaded = new ConcurrentHashMap<>();
    private final UnaryOperator<String> source;
    private final int shards;

    /**
     * @param source gives a file's text by its name
     * @param shards how many there are, which the gate compares
     */
    public Scripts(UnaryOperator<String> source, int shards) {
        this.source = source;
        this.shards = shards;
    }

    public static Scripts ofThisVersion(int shards) {
        return new Scripts(Scripts::resource, shards);
    }

    Script get(String name) {
        return loaded.computeIfAbsent(name, this::assemble);
    }

    private Script assemble(String name) {
        String own = source.apply(name + ".lua");
        int firstLine = own.indexOf('\n') + 1;
        String common = "local SHARDS = " + shards + "\n" + source.apply("common.lua");
        return Script.of(name, own.substring(0, firstLine) + common + own.substring(firstLine));
    }

    public static String resource(String file) {
        try (InputStream text = Scripts.class.getResourceAsStream(FOLDER + file)) {
            if (text == null) {
                throw new IllegalStateException("The script " + file + " is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
