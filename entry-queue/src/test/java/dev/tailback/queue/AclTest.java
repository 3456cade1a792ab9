package dev.tailback.queue;

import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.later;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import dev.tailback.testservices.TestServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user that the handbook tells operators to make: it may do what the queue does, and nothing else. */
class AclTest {
    private static final Path HANDBOOK = Path.of("..", "docs", "queue.md");
    private static final Path SCRIPTS = Path.of("src", "main", "resources", "dev", "tailback", "queue");
    private static final Pattern CALL = Pattern.compile("redis\\.p?call\\('([A-Z]+)'");

    @Test
    void the_user_of_the_handbook_may_do_all_that_the_queue_does() throws IOException {
        try (EmbeddedRedis redis = TestServices.ownRedis()) {
            assertEquals("+OK", RedisWire.ask(redis.uri(), rights()));
            RedisWire.ask(redis.uri(), "ACL SETUSER default off");
            try (EntryQueue queue = connect(redis)) {
                useEverything(queue);
            }
        }
    }

    @Test
    void every_command_of_the_scripts_is_among_the_rights() throws IOException {
        Set<String> called = new TreeSet<>();
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            scripts.forEach(script -> called.addAll(commandsIn(script)));
        }
        String rights = rights();
        called.removeIf(command ->
                Pattern.compile("\\+" + command + "\\b").matcher(rights).find());
        assertEquals(Set.of(), called);
    }

    @Test
    void the_user_of_the_handbook_may_touch_nothing_of_others() throws IOException {
        try (EmbeddedRedis redis = TestServices.ownRedis()) {
            RedisWire.ask(redis.uri(), rights());
            String uri = redis.uri().replace("redis://", "redis://tailback:PASSWORD@");
            try (Fixture.Wire wire = Fixture.wire(uri)) {
                assertThrows(RuntimeException.class, () -> wire.commands().get("somebody"));
                assertThrows(RuntimeException.class, () -> wire.commands().flushall());
                assertThrows(RuntimeException.class, () -> wire.commands().configGet("*"));
            }
        }
    }

    @Test
    void redis_as_the_compose_file_starts_it_serves_our_user_and_nobody_else(@TempDir Path directory) throws Exception {
        try (EmbeddedRedis any = TestServices.ownRedis()) {
            String program =
                    ProcessHandle.of(any.pid()).orElseThrow().info().command().orElseThrow();
            Path found =
                    Files.writeString(directory.resolve("redis-server"), "#!/bin/sh\nexec '" + program + "' \"$@\"\n");
            assertTrue(found.toFile().setExecutable(true));
        }
        String address = "127.0.0.1:" + freePort();
        Process redis = startedByTheScript(directory, address);
        try {
            String uri = "redis://tailback:PASSWORD@" + address;
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
                try (Fixture.Wire wire = Fixture.wire(uri)) {
                    return wire.commands().ping().equals("PONG");
                }
            });
            try (EntryQueue queue =
                    EntryQueue.connect(new QueueConfiguration("usage", uri, 1, Duration.ofSeconds(20)))) {
                useEverything(queue);
            }
            assertThrows(RuntimeException.class, () -> ask("redis://" + address));
            assertThrows(RuntimeException.class, () -> ask("redis://tailback:WRONG@" + address));
        } finally {
            redis.destroy();
            redis.waitFor();
        }
    }

    private static Process startedByTheScript(Path directory, String address) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                Path.of("..", "deploy", "redis", "start").toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                address.substring(address.indexOf(':') + 1),
                "--dir",
                directory.toString());
        builder.environment().put("TAILBACK_REDIS_PASSWORD", "PASSWORD");
        builder.environment().put("TMPDIR", directory.toString());
        builder.environment().merge("PATH", directory.toString(), (path, ours) -> ours + ":" + path);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void ask(String uri) {
        try (Fixture.Wire wire = Fixture.wire(uri)) {
            wire.commands().ping();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_missing_right_is_named() throws IOException {
        try (EmbeddedRedis redis = TestServices.ownRedis()) {
            RedisWire.ask(redis.uri(), rights() + " -evalsha");
            try (EntryQueue queue = connect(redis)) {
                String message = assertThrows(QueueUnavailable.class, queue.operations()::needsRebuild)
                        .getMessage();
                assertTrue(message.contains("'evalsha'") && message.contains("docs/queue.md"), message);
            }
        }
    }

    /** A user made for an older Tailback: then the script reads what it hands out. */
    @Test
    void without_the_right_to_ask_for_memory_large_batches_are_handed_out_all_the_same() throws IOException {
        try (EmbeddedRedis redis = TestServices.ownRedis()) {
            RedisWire.ask(redis.uri(), rights() + " -memory|usage");
            try (EntryQueue queue = connect(redis)) {
                queue.operations()
                        .beginRebuild(Duration.ofMinutes(1))
                        .orElseThrow()
                        .finish();
                queue.offer(IntStream.range(0, 100)
                        .mapToObj(entry -> entry("800" + entry % 5, entry, 1))
                        .toList());
                Batch batch = (Batch) queue.take("b1", 200, Duration.ofMinutes(1));
                assertEquals(100, batch.entries().size());
                queue.settle("b1", allAccepted(batch));
            }
        }
    }

    private static void useEverything(EntryQueue queue) {
        try (Rebuild rebuild =
                queue.operations().beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
            rebuild.offer(List.of(entry("800A", 1, 1)));
            rebuild.finish();
        }
        queue.offer(List.of(entry("800A", 2, 1), entry("800B", 3, 1)));
        queue.postpone(List.of(new Postponed(entry("800C", 4, 1), Duration.ofHours(1))));
        assertTrue(queue.awaitWork(Duration.ofSeconds(30)));
        Batch batch = (Batch) queue.take("b1", 1, Duration.ofMinutes(1));
        queue.extend("b1", Duration.ofMinutes(2));
        queue.settle("b1", List.of(later(batch.entries().get(0), Duration.ofHours(1))));
        Batch other = (Batch) queue.take("b2", 10, Duration.ofMinutes(1));
        queue.settle("b2", allAccepted(other));
        queue.release("b3", Duration.ZERO);
        queue.operations().pause("Month end");
        queue.operations().resume();
        queue.operations().hold(new Holds(Set.of("800C"), Set.of("row_busy")));
        queue.operations().hold(Holds.NONE);
        try (OutcomeStream outcomes = queue.outcomes("ledger")) {
            List<Outcome> read = outcomes.read(10, Duration.ofSeconds(1));
            outcomes.acknowledge(read);
            assertEquals(List.of(), outcomes.read(10, Duration.ofMillis(10)));
        }
        queue.offer(IntStream.range(10, 60)
                .mapToObj(entry -> entry("800D", entry, 1))
                .toList());
        assertEquals(
                50,
                ((Batch) queue.take("b4", 200, Duration.ofMinutes(1))).entries().size());
        queue.operations().workers();
        assertTrue(queue.operations().status().open());
        assertEquals("noeviction", queue.operations().servers().get(0).whenFull());
        assertEquals(List.of(), queue.operations().audit());
    }

    private static EntryQueue connect(EmbeddedRedis redis) {
        String uri = redis.uri().replace("redis://", "redis://tailback:PASSWORD@");
        return EntryQueue.connect(new QueueConfiguration("usage", uri, 1, Duration.ofSeconds(20)));
    }

    private static Set<String> commandsIn(Path script) {
        try {
            Set<String> commands = new TreeSet<>();
            Matcher call = CALL.matcher(Files.readString(script));
            while (call.find()) {
                commands.add(call.group(1).toLowerCase(Locale.ROOT));
            }
            return commands;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the handbook from {@code ACL SETUSER} to the end of their block, as one command. */
    private static String rights() throws IOException {
        Matcher block = Pattern.compile("(?s)ACL SETUSER tailback .*?(?=\n```)").matcher(Files.readString(HANDBOOK));
        assertTrue(block.find(), "docs/queue.md does not tell the rights");
        return block.group().replace('\n', ' ');
    }
}
