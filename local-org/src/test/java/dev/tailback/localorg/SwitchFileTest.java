package dev.tailback.localorg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.switches.SwitchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of switches may say. */
class SwitchFileTest {

    @TempDir
    private Path folder;

    @Test
    void comments_and_blank_lines_say_nothing() throws IOException {
        assertEquals(
                Map.of("lock-wait", "0", "unreadable-record", "record"),
                SwitchFile.read(file("# seen\r\n\r\n lock-wait = 0\nunreadable-record=record\n")));
        assertEquals(Map.of(), SwitchFile.read(file("")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "magic=on | line 1: There is no switch magic; there are ",
                "lock-wait=61 | line 1: The switch lock-wait is a whole number from 0 to 60, not '61'.",
                "lock-wait=-1 | line 1: The switch lock-wait is a whole number from 0 to 60, not '-1'.",
                "lock-wait=99999999999999999999 | not '99999999999999999999'.",
                "lock-wait | line 1: a switch is set by name=value, not by 'lock-wait'.",
                "lock-wait=1~lock-wait=2 | line 2: the switch lock-wait is set a second time.",
                "unreadable-record=row | The switch unreadable-record is one of [call, record], not 'row'.",
            })
    void what_it_cannot_say_is_named_with_its_line(String text, String sentence) throws IOException {
        Path file = file(text.replace('~', '\n'));
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> SwitchFile.read(file))
                .getMessage());
        assertTrue(said.startsWith(file.toString()) && said.contains(sentence), said);
    }

    @Test
    void a_file_that_is_not_there_or_too_long_is_named() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> SwitchFile.read(folder.resolve("none")));
        Path longer = file("#".repeat(65 * 1024));
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> SwitchFile.read(longer))
                .getMessage());
        assertTrue(said.contains("is longer than the 65536 bytes"), said);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("switches"), text);
    }
}
