package dev.tailback.app.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the program logs meanwhile, written as its own configuration writes it. */
public final class LogLines implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final Copy copy = new Copy();

    public LogLines() {
        copy.setContext(root.getLoggerContext());
        copy.start();
        root.addAppender(copy);
    }

    /** Every event with all of its lines. */
    public List<String> events() {
        return List.copyOf(written);
    }

    public String text() {
        return String.join("", written);
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    public void forget() {
        written.clear();
    }

    @Override
    public void close() {
        root.detachAppender(copy);
        copy.stop();
    }

    private final class Copy extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            var console = (ConsoleAppender<ILoggingEvent>) root.getAppender("console");
            written.add(new String(console.getEncoder().encode(event), StandardCharsets.UTF_8));
        }
    }
}
