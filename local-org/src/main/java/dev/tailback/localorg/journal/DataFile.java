package dev.tailback.localorg.journal;

import dev.tailback.localorg.change.OrgSource;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.AutoNumbers;
import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.wire.ReadJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that keeps an org's rows. Opening reads it, writes it anew without what was superseded, and goes on behind
 * that. A last line that a killed process left unfinished was never acknowledged and is dropped. A first line says what
 * was changed of the schema since the start.
 */
public final class DataFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFile.class);

    private final Path path;
    private Optional<Journal> journal = Optional.empty();

    public DataFile(Path path) {
        this.path = path;
    }

    /** True when it holds rows of an earlier run. */
    public boolean exists() {
        try {
            return Files.exists(path) && Files.size(path) > 0;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private IllegalArgumentException unusable(UncheckedIOException e) {
        return unusable(Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e)));
    }

    private IllegalArgumentException unusable(IOException e) {
        return new IllegalArgumentException("The data file " + path + " cannot be used: " + e.getMessage() + ".", e);
    }

    /** The source with what was changed of it in the earlier run. */
    public OrgSource source(OrgSource beginning) {
        try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
            return lines.findFirst()
                    .map(line -> SchemaLine.read(line, beginning))
                    .orElse(beginning);
        } catch (IOException e) {
            throw unusable(e);
        } catch (UncheckedIOException e) {
            throw unusable(e);
        }
    }

    /** Brings the org to where the file ends, and keeps every further commit. */
    public void restore(Org org, OrgSource source) {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
            lines.forEach(line -> read(org, line, rows));
        } catch (IOException e) {
            throw unusable(e);
        } catch (UncheckedIOException e) {
            throw unusable(e);
        }
        try (Transaction transaction = org.store().begin()) {
            rows.values().forEach(transaction::write);
            transaction.commit();
        }
        rows.values().forEach(row -> continueNumbers(org, row));
        org.logTo(rewritten(source, List.copyOf(rows.values())));
    }

    /** Forgets what was kept and keeps every further commit. */
    public void begin(Org org, OrgSource source) {
        org.logTo(rewritten(source, List.of()));
    }

    /** Keeps the rows of an org whose schema was changed in place of what was kept, and every further commit. */
    public void keep(Org org, OrgSource source) {
        List<Row> rows = new ArrayList<>();
        try (Snapshot snapshot = org.store().snapshot()) {
            org.schema().objects().stream()
                    .filter(ObjectType::isWritable)
                    .forEach(type -> snapshot.each(type, rows::add));
        }
        org.logTo(rewritten(source, rows));
    }

    private Journal rewritten(OrgSource source, List<Row> rows) {
        try {
            Path next = path.resolveSibling(path.getFileName() + ".next");
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            Files.deleteIfExists(next);
            SchemaLine.write(source, next);
            try (Journal compact = new Journal(next)) {
                for (Row row : rows) {
                    compact.committed(List.of(row));
                }
            }
            close();
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
            Journal fresh = new Journal(path);
            journal = Optional.of(fresh);
            return fresh;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void read(Org org, String line, Map<String, Row> rows) {
        List<Map<String, Object>> commit;
        try {
            commit = ReadJson.objects(ReadJson.value(line.getBytes(StandardCharsets.UTF_8)), "a commit");
        } catch (RequestRefused e) {
            return;
        }
        for (Map<String, Object> kept : commit) {
            org.schema().object(String.valueOf(kept.get("object"))).ifPresent(type -> {
                Row row = row(type, kept);
                rows.put(row.id(), row);
            });
        }
    }

    private Row row(ObjectType type, Map<String, Object> kept) {
        Object[] values = new Object[type.fields().size()];
        for (Field field : type.fields()) {
            Object value = kept.get(field.name());
            values[field.index()] = value == null ? null : fitting(field, value);
        }
        return new Row(type, values);
    }

    private Object fitting(Field field, Object value) {
        try {
            Object stored = stored(field, value);
            if (stored instanceof Boolean == (field.type() == FieldType.BOOLEAN)
                    && stored instanceof String == field.type().isText()) {
                return stored;
            }
        } catch (ClassCastException | DateTimeException | ArithmeticException e) {
            LOG.debug("{} in {}", value, field.path(), e);
        }
        throw new IllegalArgumentException("The data file " + path + " holds " + value + " in " + field.path()
                + ", which is a " + field.type().word() + " now; correct the file or begin with another one.");
    }

    private static Object stored(Field field, Object value) {
        return switch (field.type()) {
            case DATE -> LocalDate.parse((String) value);
            case DATETIME -> Instant.parse((String) value);
            case TIME -> LocalTime.parse((String) value);
            case INT, DOUBLE, CURRENCY, PERCENT ->
                ((BigDecimal) value).setScale(field.size().scale());
            case ID, REFERENCE, STRING, TEXTAREA, EMAIL, PHONE, URL, COMBOBOX, PICKLIST, MULTIPICKLIST, BOOLEAN ->
                value;
        };
    }

    private static void continueNumbers(Org org, Row row) {
        for (Field field : row.type().fields()) {
            if (row.value(field.index()) instanceof String text) {
                field.origin()
                        .autoNumber()
                        .ifPresent(number -> org.store().countedTo(field, AutoNumbers.number(number.format(), text)));
            }
        }
    }

    @Override
    public void close() {
        try {
            if (journal.isPresent()) {
                journal.get().close();
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }
}
