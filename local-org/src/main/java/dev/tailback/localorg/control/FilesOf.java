package dev.tailback.localorg.control;

import dev.tailback.localorg.rest.Request;
import dev.tailback.localorg.wire.ReadJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads metadata files by their paths out of a body: a JSON map of path and text (null takes away), or a zip. */
final class FilesOf {
    private static final int MOST_FILES = 10_000;
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private FilesOf() {}

    static Map<String, Optional<String>> body(Request request) throws IOException {
        byte[] body = request.body();
        boolean zip = body.length > 1 && body[0] == 'P' && body[1] == 'K';
        Map<String, Optional<String>> files = zip ? zipped(body) : mapped(body);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("There is no file in the body whose name ends in -meta.xml.");
        }
        return files;
    }

    private static Map<String, Optional<String>> mapped(byte[] body) {
        Map<String, Optional<String>> files = new LinkedHashMap<>();
        ReadJson.object(body).forEach((path, text) -> {
            if (text != null && !(text instanceof String)) {
                throw new IllegalArgumentException(path + " must be the text of a file, or null to take it away.");
            }
            files.put(path, Optional.ofNullable((String) text));
        });
        return files;
    }

    private static Map<String, Optional<String>> zipped(byte[] body) throws IOException {
        Map<String, Optional<String>> files = new LinkedHashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().endsWith("-meta.xml")) {
                    continue;
                }
                byte[] text = zip.readNBytes(left + 1);
                left -= text.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new IllegalArgumentException("The zip holds more than 10,000 files or 50 MB.");
                }
                files.put(entry.getName(), Optional.of(new String(text, StandardCharsets.UTF_8)));
            }
        }
        return files;
    }
}
