package dev.tailback.hub.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.simulation.SimulatedHub;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every column that can hold text stands in a list that says whether it may hold a value of a person. */
class EveryColumnTest {

    private static final String COLUMNS = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and table_name <> 'flyway_schema_history'
                and data_type in ('text', 'jsonb', 'json', 'ARRAY', 'character varying', 'bytea')
            """;

    @Test
    void each_column_is_emptied_by_an_erasure_or_holds_no_value() throws IOException {
        try (SimulatedHub hub = SimulatedHub.start(List.<Connection>of())) {
            assertEquals(listed(), new TreeSet<>(hub.column(COLUMNS)));

            hub.execute("create table forgotten (note text)");
            assertNotEquals(listed(), new TreeSet<>(hub.column(COLUMNS)), "a new column is not noticed");
        }
    }

    /** {@code table.column: emptied} or {@code table.column: what it holds}. */
    private static Set<String> listed() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(EveryColumnTest.class.getResourceAsStream("columns.txt"), "columns.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(':')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
