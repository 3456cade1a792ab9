package dev.tailback.app.relay;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** Every entry that Salesforce has yet to accept, whether due or not, page by page. */
@Singleton
class OpenEntries {

    private static final String PAGE = OpenEntryRows.SELECT + """
            where e.open and e.line > ?
            order by e.line limit ?
            """;

    private final JdbcOperations jdbc;

    OpenEntries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The next ones after this line. Reading goes on where it stopped, with nothing kept between pages. */
    @Transactional(readOnly = true)
    List<OpenEntry> page(long afterLine, int limit) {
        return jdbc.prepareStatement(PAGE, statement -> {
            statement.setLong(1, afterLine);
            statement.setInt(2, limit);
            return OpenEntryRows.read(statement);
        });
    }
}
