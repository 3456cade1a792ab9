package dev.tailback.operatorcli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** A file with a mapping, which is short. What it holds is for the service app to read. */
final class MappingFile {

    /** The service app takes 65,536 letters; each has four bytes at most. */
    private static final int LONGEST = 4 * 65_536;

    @Parameters(paramLabel = "FILE", description = "The mapping as YAML.")
    private Path file;

    String text() {
        return read(file);
    }

    static String read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw Refusal.beforeItBegan("'" + file + "' is longer than any mapping; name the mapping's file.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException foreign) {
            throw Refusal.beforeItBegan("'" + file + "' is no text in UTF-8; save it as UTF-8.");
        } catch (IOException unreadable) {
            throw Refusal.beforeItBegan("'" + file + "' cannot be read; name a file that is there.");
        }
    }
}
