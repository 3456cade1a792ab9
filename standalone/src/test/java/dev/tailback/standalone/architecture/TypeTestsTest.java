package dev.tailback.standalone.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result with alternatives is read with a fold or an abstract method, so that a new alternative does not compile until it is handled. */
class TypeTestsTest {
    /** A JSON value is no result: who reads one asks for the kind it needs and refuses all others. */
    private static final TypeTests TYPE_TESTS = new TypeTests(Set.of("Json"));

    @ParameterizedTest
    @ValueSource(strings = {"salesforce-client", "usage-queue", "service-app", "sync-worker", "http-edge"})
    void no_module_tests_for_single_alternatives(String module) {
        assertEquals(List.of(), TYPE_TESTS.in(Path.of("..", module, "src", "main", "java")));
    }

    @Test
    void a_test_for_one_alternative_is_found(@TempDir Path sources) throws IOException {
        Files.writeString(
                sources.resolve("Bad.java"), "class Bad { boolean is(Object it) { return it instanceof Take.Shut; } }");

        assertEquals(List.of("Bad.java tests for Take.Shut"), TYPE_TESTS.in(sources));
    }
}
