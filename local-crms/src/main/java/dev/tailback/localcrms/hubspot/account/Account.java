package dev.tailback.localcrms.hubspot.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.hubspot.journal.DataFile;
import dev.tailback.localcrms.hubspot.records.Content;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * An account that several threads use. Readers see it between changes, and a change is in the data file before anyone
 * sees it.
 */
public final class Account implements AutoCloseable {
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Content content;
    private final AccountClock clock;
    private final Optional<DataFile> file;

    private Account(Content content, AccountClock clock, Optional<DataFile> file) {
        this.content = content;
        this.clock = clock;
        this.file = file;
    }

    /**
     * A new account, or the one of the data file.
     *
     * @param data keeps it across restarts; without it the account lives in memory
     * @throws IllegalArgumentException in one sentence, when the data file cannot be used
     */
    public static Account open(AccountClock clock, Optional<Path> data, long searchDelayMs) {
        Content content = Content.standard(searchDelayMs, clock::machineNow);
        Optional<DataFile> file = data.map(path -> DataFile.open(path, content));
        content.index().fill();
        return new Account(content, clock, file);
    }

    public long now() {
        return clock.now();
    }

    public <T> T read(Function<Content, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(content);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What was changed before the change failed stays changed, as with HubSpot's batches. */
    public <T> T write(Function<Content, T> change) {
        lock.writeLock().lock();
        try {
            return change.apply(content);
        } finally {
            keep();
            lock.writeLock().unlock();
        }
    }

    /** Lets the search see what has waited long enough. */
    public void refreshSearch() {
        write(content -> {
            content.index().refresh();
            return content;
        });
    }

    private void keep() {
        List<ObjectNode> lines = content.lines().take();
        if (!lines.isEmpty()) {
            file.ifPresent(data -> data.append(lines));
        }
    }

    @Override
    public void close() {
        file.ifPresent(DataFile::close);
    }
}
