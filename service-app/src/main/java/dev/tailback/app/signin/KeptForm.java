package dev.tailback.app.signin;

import dev.tailback.web.input.Form;
import dev.tailback.web.input.Form.Field;
import dev.tailback.web.input.LocalPath;
import dev.tailback.web.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A form that came after the session had ended. Its texts go through the sign-in as hidden fields and are shown again
 * after it, with a token of the new session. Nothing is sent by itself: a person looks at it and presses the button.
 *
 * @param to the path of ours that the form was sent to
 * @param fields without passwords and the token of the session that ended
 */
public record KeptForm(String to, List<Field> fields) {

    static final KeptForm NONE = new KeptForm("", List.of());

    /** Each becomes two fields of the login form. */
    private static final int MOST_FIELDS = 200;

    private static final int MOST_BYTES = 60_000;

    /** What people did not type. */
    private static final Set<String> SILENT = Set.of("token", "version", "product");

    private static final Set<String> KNOWN =
            Set.of("title", "units", "reason", "serviceDate", "customerReference", "note");

    private static final String TOKEN = "csrfToken";

    /** The fields of the pages that take one, and of the page of one's own account. */
    private static final Set<String> PASSWORDS = Set.of("password", "present", "again");

    private static final String NAME = "keptName";
    private static final String VALUE = "keptValue";

    /** The form as it came; empty when it is too large to be kept. */
    static Optional<KeptForm> arriving(String to, Form form) {
        return bounded(to, form.fields());
    }

    /** The form that went through the sign-in page as hidden fields; none when there was none. */
    static KeptForm carried(Form login) {
        List<String> names = login.all(NAME);
        List<String> values = login.all(VALUE);
        List<Field> fields = new ArrayList<>();
        for (int index = 0; index < Math.min(names.size(), values.size()); index++) {
            fields.add(new Field(names.get(index), values.get(index)));
        }
        return bounded(login.text("keptFor"), fields).orElse(NONE);
    }

    private static Optional<KeptForm> bounded(String to, List<Field> all) {
        List<Field> fields = all.stream().filter(KeptForm::mayBeShown).toList();
        int size = fields.stream()
                .mapToInt(field -> bytes(field.name()) + bytes(field.value()))
                .sum();
        boolean fits = fields.size() <= MOST_FIELDS && size <= MOST_BYTES;
        return fits ? Optional.of(new KeptForm(LocalPath.of(to), fields)) : Optional.empty();
    }

    /** A token of the session that ended is worthless, and a password is typed again: no page holds one. */
    private static boolean mayBeShown(Field field) {
        return !field.name().equals(TOKEN) && !isPassword(field.name());
    }

    static boolean isPassword(String field) {
        return PASSWORDS.contains(field) || field.toLowerCase(Locale.ROOT).contains("password");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    public boolean isNone() {
        return fields.isEmpty();
    }

    /** What a person typed. */
    public List<Field> typed() {
        return fields.stream()
                .filter(field ->
                        !SILENT.contains(field.name()) && !field.value().isBlank())
                .toList();
    }

    /** A field as people know it. */
    public static String label(String field, Texts texts) {
        return KNOWN.contains(field) ? texts.of("kept." + field) : field;
    }

    @Override
    public String toString() {
        return "KeptForm[" + to + "]";
    }
}
