package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A form that is kept over the end of a session is shown again, so it keeps no password. */
class KeptFormTest {

    private static final Pattern PASSWORD_FIELD =
            Pattern.compile("<input(?=[^>]*type=\"password\")[^>]*\\bname=\"([^\"]+)\"");

    @Test
    void no_field_for_a_password_is_kept() throws IOException {
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src", "main", "jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                PASSWORD_FIELD
                        .matcher(Files.readString(template))
                        .results()
                        .forEach(field -> fields.add(field.group(1)));
            }
        }
        assertTrue(fields.containsAll(List.of("password", "present")), "the fields must be found: " + fields);
        fields.forEach(field -> assertTrue(KeptForm.isPassword(field), field));
        assertFalse(KeptForm.isPassword("title"));
    }
}
