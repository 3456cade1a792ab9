package dev.tailback.hub.matching;

import static dev.tailback.hub.matching.Agreement.ALIKE;
import static dev.tailback.hub.matching.Agreement.DIFFERENT;
import static dev.tailback.hub.matching.Agreement.NEAR;
import static dev.tailback.hub.matching.Agreement.SAME;

import dev.tailback.hub.entity.AttributeKind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Compares two values of one kind. It is symmetric. */
final class Likeness {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final LevenshteinDistance ONE_EDIT = new LevenshteinDistance(2);

    private Likeness() {}

    static Agreement of(AttributeKind kind, Feature one, Feature other) {
        return switch (kind) {
            case COMPANY_NAME -> company(one, other);
            case PERSON_NAME -> person(one, other);
            case EMAIL -> email(one.text(), other.text());
            case DOMAIN -> domain(one.text(), other.text());
            case PHONE -> ending(one.text(), other.text());
            case POSTAL_CODE -> code(one.text(), other.text());
            case DATE -> date(one.text(), other.text());
            case NUMBER, MONEY -> number(one.text(), other.text());
            case LIST -> list(one.words(), other.words());
            case COUNTRY, FLAG, CHOICE, REFERENCE -> one.text().equals(other.text()) ? SAME : DIFFERENT;
            case TEXT -> text(one, other);
        };
    }

    /** Two legal forms that differ are two companies, however alike their names are. */
    private static Agreement company(Feature one, Feature other) {
        boolean mayBeOne =
                one.form().isEmpty() || other.form().isEmpty() || one.form().equals(other.form());
        Agreement core = text(one, other);
        if (core == SAME || core == NEAR) {
            return mayBeOne ? core : ALIKE;
        }
        Set<String> both = new HashSet<>(one.words());
        both.retainAll(other.words());
        boolean contained = !both.isEmpty() && both.size() == Math.min(distinct(one), distinct(other));
        return contained || core == ALIKE ? ALIKE : DIFFERENT;
    }

    private static int distinct(Feature feature) {
        return new HashSet<>(feature.words()).size();
    }

    private static Agreement person(Feature one, Feature other) {
        if (one.text().equals(other.text())) {
            return SAME;
        }
        double alike = jaroWinkler(one.text(), other.text());
        if (alike >= 0.92
                || withoutSpaces(one).equals(withoutSpaces(other))
                || sorted(one).equals(sorted(other))) {
            return NEAR;
        }
        boolean initial = isInitial(one, other) || isInitial(other, one);
        return initial || alike >= 0.8 || contains(one, other) || contains(other, one) ? ALIKE : DIFFERENT;
    }

    /** Hans and Hans Peter. */
    private static boolean contains(Feature one, Feature other) {
        return other.words().containsAll(one.words());
    }

    private static boolean isInitial(Feature one, Feature other) {
        return one.text().length() == 1 && other.text().startsWith(one.text());
    }

    private static Agreement text(Feature one, Feature other) {
        if (one.text().equals(other.text())) {
            return SAME;
        }
        double shared = one.trigramsShared(other);
        if (shared >= 0.7
                || jaroWinkler(one.text(), other.text()) >= 0.93 && sameEnds(one.text(), other.text())
                || withoutSpaces(one).equals(withoutSpaces(other))
                || sorted(one).equals(sorted(other))) {
            return NEAR;
        }
        return shared >= 0.4 || jaroWinkler(one.text(), other.text()) >= 0.86 ? ALIKE : DIFFERENT;
    }

    /** A shared beginning alone is no near likeness: north street, north avenue. */
    private static boolean sameEnds(String one, String other) {
        return Math.abs(one.length() - other.length()) <= 2 || Math.min(one.length(), other.length()) < 8;
    }

    private static double jaroWinkler(String one, String other) {
        // The library's answer can depend on the order of the two.
        return one.compareTo(other) <= 0 ? JARO_WINKLER.apply(one, other) : JARO_WINKLER.apply(other, one);
    }

    private static String withoutSpaces(Feature feature) {
        return String.join("", feature.words());
    }

    private static List<String> sorted(Feature feature) {
        return feature.words().stream().sorted().toList();
    }

    private static Agreement email(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (oneEdit(one, other)) {
            return NEAR;
        }
        return before(one).equals(before(other)) || after(one).equals(after(other)) ? ALIKE : DIFFERENT;
    }

    private static String before(String email) {
        return email.substring(0, Math.max(0, email.indexOf('@')));
    }

    private static String after(String email) {
        return email.substring(email.indexOf('@') + 1);
    }

    private static Agreement domain(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        return firstLabel(one).equals(firstLabel(other)) ? NEAR : DIFFERENT;
    }

    private static String firstLabel(String domain) {
        return domain.substring(0, domain.contains(".") ? domain.indexOf('.') : domain.length());
    }

    /** Numbers of one telephone system differ at the end. */
    private static Agreement ending(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (oneEdit(one, other)) {
            return NEAR;
        }
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= 8 ? ALIKE : DIFFERENT;
    }

    private static Agreement code(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (oneEdit(one, other) || isSwapped(one, other)) {
            return NEAR;
        }
        return one.length() > 2 && other.length() > 2 && one.substring(0, 2).equals(other.substring(0, 2))
                ? ALIKE
                : DIFFERENT;
    }

    private static Agreement date(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (oneEdit(one, other) || isSwapped(one, other)) {
            return NEAR;
        }
        return ONE_EDIT.apply(one, other) == 2 ? ALIKE : DIFFERENT;
    }

    private static boolean oneEdit(String one, String other) {
        return ONE_EDIT.apply(one, other) == 1;
    }

    /** The same letters in another order, as day and month or two digits that changed places. */
    private static boolean isSwapped(String one, String other) {
        return one.length() == other.length()
                && ONE_EDIT.apply(one, other) == 2
                && letters(one).equals(letters(other));
    }

    private static List<Integer> letters(String text) {
        return text.chars().sorted().boxed().toList();
    }

    private static Agreement number(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        try {
            double first = new BigDecimal(one.substring(one.indexOf(' ') + 1)).doubleValue();
            double second = new BigDecimal(other.substring(other.indexOf(' ') + 1)).doubleValue();
            double apart = Math.abs(first - second) / Math.max(1e-9, Math.max(Math.abs(first), Math.abs(second)));
            return apart <= 0.0001 ? SAME : apart <= 0.05 ? NEAR : apart <= 0.25 ? ALIKE : DIFFERENT;
        } catch (NumberFormatException noNumber) {
            return DIFFERENT;
        }
    }

    /** Goes by the shorter list: what the longer one has beside it says nothing. */
    private static Agreement list(List<String> one, List<String> other) {
        List<String> small = one.size() <= other.size() ? one : other;
        List<String> large = small == one ? other : one;
        if (small.isEmpty()) {
            return DIFFERENT;
        }
        double found =
                one.size() == other.size() ? Math.min(found(small, large), found(large, small)) : found(small, large);
        if (found == 1) {
            return one.size() == other.size() ? SAME : NEAR;
        }
        return found >= 0.5 ? NEAR : found > 0 ? ALIKE : DIFFERENT;
    }

    private static double found(List<String> small, List<String> large) {
        return (double) small.stream().filter(item -> isIn(item, large)).count() / small.size();
    }

    private static boolean isIn(String item, List<String> items) {
        return items.stream()
                .anyMatch(
                        other -> item.equals(other) || jaroWinkler(item, other) >= 0.9 || Abbreviated.is(item, other));
    }
}
