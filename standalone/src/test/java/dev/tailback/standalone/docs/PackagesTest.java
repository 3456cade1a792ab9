package dev.tailback.standalone.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every package says what it is for and which types are its doors. */
class PackagesTest {

    @Test
    void every_package_says_what_it_is_for_and_names_only_types_that_it_has() {
        assertEquals(
                List.of(),
                Repository.packages().stream()
                        .flatMap(room -> Room.in(room).complaints().stream())
                        .toList());
    }

    @Test
    void a_package_without_a_word_is_found(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("Ad.java"), "package bad; class Ad {}");

        assertEquals(
                List.of(directory + " has no package-info.java"),
                Room.in(directory).complaints());
    }

    @Test
    void a_door_that_is_gone_is_found(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("Ad.java"), "package bad; class Ad {}");
        Files.writeString(
                directory.resolve("package-info.java"),
                "/** Ads. Doors: {@code Ad} and {@code Gone}, for {@code /api}. */ package bad;");

        assertEquals(
                List.of(directory + " names the type Gone, which it does not have"),
                Room.in(directory).complaints());
    }
}
