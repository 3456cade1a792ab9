package dev.tailback.localorg.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.rows.CommitLog;
import dev.tailback.localorg.rows.Row;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/**
 * A file with one line for each commit, written before anyone sees the commit. A killed process loses nothing of it;
 * a machine that loses power may lose the last moments, because the file is not forced to the disk.
 */
final class Journal implements CommitLog, Closeable {
    private static final JsonFactory JSON = new JsonFactory();

    private final FileChannel file;

    Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    @Override
    public void committed(Collection<Row> rows) {
        try {
            ByteBuffer line = ByteBuffer.wrap(line(rows));
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data file cannot be written: " + e.getMessage(), e);
        }
    }

    private static byte[] line(Collection<Row> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (Row row : rows) {
                write(json, row);
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("object", row.type().name());
        for (Field field : row.type().fields()) {
            Object value = row.value(field.index());
            if (value instanceof BigDecimal number) {
                json.writeNumberField(field.name(), number);
            } else if (value instanceof Boolean truth) {
                json.writeBooleanField(field.name(), truth);
            } else if (value != null) {
                json.writeStringField(field.name(), value.toString());
            }
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
