package dev.tailback.hub.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * In which forms a CRM may store a value that it is given: trimmed, in other case, cut at the field's length, rounded to the
 * field's digits. Asked only where the CRM has not told the form itself, since a person may have typed any of them.
 */
record StoredForm(String sent) {

    /** A shorter text is rather a person's than a cut one. */
    private static final int SHORTEST_CUT = 20;

    boolean canBe(String observed) {
        return plain(sent).equals(plain(observed)) || isCut(observed) || isRounded(observed);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private boolean isCut(String observed) {
        return observed.length() >= SHORTEST_CUT && plain(sent).startsWith(plain(observed));
    }

    private boolean isRounded(String observed) {
        return number(sent)
                .flatMap(exact -> number(observed)
                        .map(stored -> exact.setScale(Math.max(0, stored.scale()), RoundingMode.HALF_UP)
                                        .compareTo(stored)
                                == 0))
                .orElse(false);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
