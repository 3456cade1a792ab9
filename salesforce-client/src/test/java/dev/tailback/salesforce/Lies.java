package dev.tailback.salesforce;

import dev.tailback.salesforce.WireOrg.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** What somebody may answer who only pretends to be Salesforce. */
final class Lies {

    private final AtomicLong bytes = new AtomicLong();
    private final CountDownLatch cutOff = new CountDownLatch(1);

    /** Writes for as long as somebody takes it. */
    Reply endless(String begin) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] more = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
            try {
                exchange.getResponseBody().write(begin.getBytes(StandardCharsets.UTF_8));
                while (bytes.addAndGet(more.length) < Long.MAX_VALUE / 2) {
                    exchange.getResponseBody().write(more);
                }
            } catch (IOException gone) {
                cutOff.countDown();
            }
        };
    }

    /** A byte now and then, for as long as somebody takes it. */
    Reply dripping() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!cutOff.await(20, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (IOException gone) {
                cutOff.countDown();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        };
    }

    boolean isCutOff() {
        return cutOff.getCount() == 0;
    }

    long bytesWritten() {
        return bytes.get();
    }

    /** A small body that unpacks to 200 MB. */
    static Reply bomb() {
        return exchange -> {
            byte[] packed = packed();
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
            exchange.close();
        };
    }

    private static byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                zip.write(blanks);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
