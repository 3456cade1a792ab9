package dev.tailback.hub.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Every statement that one thread sends to PostgreSQL, from the beginning of this to its end. */
public final class CountedStatements implements AutoCloseable {

    private final Logger sent = (Logger) LoggerFactory.getLogger("io.micronaut.data.query");
    private final Level usual = sent.getEffectiveLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    public CountedStatements() {
        log.start();
        sent.addAppender(log);
        sent.setAdditive(false);
        sent.setLevel(Level.DEBUG);
    }

    public List<String> all() {
        String mine = Thread.currentThread().getName();
        return log.list.stream()
                .filter(statement -> statement.getThreadName().equals(mine))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        sent.setLevel(usual);
        sent.setAdditive(true);
        sent.detachAppender(log);
    }
}
