package dev.tailback.localcrms.hubspot.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.hubspot.records.Content;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The file that keeps an account: one line for each change, written before anyone sees the change. Opening reads it,
 * writes it anew without what was superseded, and goes on behind that. A last line that a killed process left
 * unfinished was never acknowledged and is dropped; any other line that is not whole stops the start.
 */
public final class DataFile implements AutoCloseable {
    private final FileChannel file;

    private DataFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Brings the content to where the file ends.
     *
     * @throws IllegalArgumentException in one sentence, when the file cannot be read or written
     */
    public static DataFile open(Path path, Content content) {
        try {
            if (Files.exists(path)) {
                read(path, new Replay(content));
            }
            content.lines().take();
            Path next = path.toAbsolutePath().resolveSibling(path.getFileName() + ".next");
            Files.createDirectories(next.resolveSibling("."));
            writeAnew(next, content);
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new DataFile(FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new IllegalArgumentException("The data file " + path + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static void read(Path path, Replay replay) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            int number = 1;
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                try {
                    replay.apply(Line.read(line));
                } catch (IOException | IllegalArgumentException broken) {
                    if (next != null) {
                        throw new IOException(
                                "line " + number + " is broken (" + broken.getMessage()
                                        + "); put back a copy of the file, or begin with another one",
                                broken);
                    }
                }
                number++;
                line = next;
            }
        }
    }

    private static void writeAnew(Path path, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            for (JsonNode line : content.snapshot()) {
                out.write(Line.of(line));
            }
        }
        try (FileChannel written = FileChannel.open(path, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /** Adds lines behind the others. */
    public void append(List<? extends JsonNode> lines) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (JsonNode line : lines) {
                bytes.write(Line.of(line));
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data file cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
