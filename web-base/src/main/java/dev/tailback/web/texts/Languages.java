package dev.tailback.web.texts;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;

/** Which language and region a reader wants, from the header {@code Accept-Language}. English when none is ours. */
final class Languages {

    static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final int LONGEST_HEADER = 500;
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private Languages() {}

    /** The language is one of {@link #OURS}; the region is the reader's own, because dates and numbers depend on it. */
    static Locale of(String acceptLanguage) {
        List<LanguageRange> wanted = ranges(acceptLanguage);
        Locale language = Locale.lookup(wanted, OURS);
        return language == null ? Locale.ENGLISH : withRegion(language, wanted);
    }

    private static List<LanguageRange> ranges(String acceptLanguage) {
        if (acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static Locale withRegion(Locale language, List<LanguageRange> wanted) {
        return wanted.stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(locale -> locale.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .map(Locale::getCountry)
                .filter(REGIONS::contains)
                .map(region -> new Locale.Builder()
                        .setLocale(language)
                        .setRegion(region)
                        .build())
                .orElse(language);
    }
}
