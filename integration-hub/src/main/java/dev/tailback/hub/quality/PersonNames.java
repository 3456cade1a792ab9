package dev.tailback.hub.quality;

import java.util.Locale;
import java.util.regex.Pattern;

/** A person's name as people write it: MARIA becomes Maria, and McDonald stays. */
final class PersonNames {

    private static final Pattern BEGINNING = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Ll}");

    private PersonNames() {}

    static Checked clean(String line, String was) {
        if (line.contains("@") || line.chars().filter(Character::isDigit).count() > 2) {
            return Checked.refused(was, "person_name_invalid", "This is no person's name: it has an @ or digits.");
        }
        return Checked.written(inCase(line), was, "person_name_form", "Spaces, case or hidden characters were mended.");
    }

    private static String inCase(String line) {
        boolean isShouted = line.length() > 3 && line.equals(line.toUpperCase(Locale.ROOT));
        boolean isWhispered = line.equals(line.toLowerCase(Locale.ROOT));
        if (!isShouted && !isWhispered) {
            return line;
        }
        String small = line.toLowerCase(Locale.ROOT);
        return BEGINNING.matcher(small).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }
}
