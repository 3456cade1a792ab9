package dev.tailback.app.relay;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All open entries, page by page in the order they were booked: while one page is offered, the next one is read. So
 * memory holds two pages, however many entries wait.
 */
final class OpenPages implements AutoCloseable {

    private static final int PAGE = 2_000;

    private final OpenEntries entries;
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private CompletableFuture<List<OpenEntry>> next;

    OpenPages(OpenEntries entries) {
        this.entries = entries;
        this.next = read(entries, 0, reader);
    }

    /** Empty after the last one. */
    List<OpenEntry> next() {
        List<OpenEntry> page = await(next);
        if (!page.isEmpty()) {
            next = read(entries, page.get(page.size() - 1).line(), reader);
        }
        return page;
    }

    private static CompletableFuture<List<OpenEntry>> read(OpenEntries entries, long after, ExecutorService reader) {
        return CompletableFuture.supplyAsync(() -> entries.page(after, PAGE), reader);
    }

    private static List<OpenEntry> await(CompletableFuture<List<OpenEntry>> page) {
        try {
            return page.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
