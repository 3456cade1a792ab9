package dev.tailback.hub.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Countries by their codes and by their names in English and German; {@code countries.txt} has what else people
 * write.
 */
final class Countries {

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    static Checked clean(String line, String was) {
        return of(line).map(
                        code -> Checked.written(code, was, "country_form", "The country was written as its ISO code."))
                .orElseGet(() -> Checked.refused(
                        was, "country_unknown", "There is no such country: use its name or its ISO code, as DE."));
    }

    static Optional<String> of(String name) {
        return Optional.ofNullable(CODES.get(Folded.of(name)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(Folded.of(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(Folded.of(country.getDisplayCountry(Locale.GERMAN)), code);
            codes.put(Folded.of(country.getISO3Country()), code);
        }
        for (String line : Words.shipped("countries.txt")) {
            String[] parts = line.split(":", 2);
            List.of(parts[1].split(",")).forEach(name -> codes.put(Folded.of(name), parts[0].strip()));
        }
        for (String code : Locale.getISOCountries()) {
            codes.put(Folded.of(code), code);
        }
        return Map.copyOf(codes);
    }
}
