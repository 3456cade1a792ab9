package dev.tailback.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The queue's scripts: each file with the common part put in after its first line, which holds Redis' flags. */
final class Scripts {
    private final Map<String, Script> loaded = new ConcurrentHashMap<>();
    private final UnaryOperator<String> source;

    /** @param source gives a file's text by its name */
    Scripts(UnaryOperator<String> source) {
        this.source = source;
    }

    static Scripts ofThisVersion() {
        return new Scripts(Scripts::resource);
    }

    Script get(String name) {
        return loaded.computeIfAbsent(name, this::assemble);
    }

    private Script assemble(String name) {
        String own = source.apply(name + ".lua");
        int firstLine = own.indexOf('\n') + 1;
        return Script.of(name, own.substring(0, firstLine) + source.apply("common.lua") + own.substring(firstLine));
    }

    static String resource(String file) {
        try (InputStream text = Scripts.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException("The script " + file + " is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
