package dev.tailback.hub.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Postal codes by the shapes of their country ({@code postal-codes.txt}: 9 is a digit, A a letter). A country
 * without a line takes every code.
 */
final class PostalCodes {

    private static final Map<String, List<String>> SHAPES = shapes();

    private PostalCodes() {}

    static Checked clean(String line, String was, String country) {
        String large = line.toUpperCase(Locale.ROOT);
        List<String> shapes = SHAPES.getOrDefault(country, List.of());
        if (shapes.isEmpty()) {
            return Checked.written(large, was, "postal_code_form", "Spaces and case were mended.");
        }
        String compact = large.replaceFirst("^" + country.charAt(0) + "[A-Z]?-(?=\\d)", "")
                .replaceAll("[^A-Z0-9]", "");
        return shapes.stream()
                .flatMap(shape -> fitted(compact, shape).stream())
                .findFirst()
                .map(code -> Checked.written(code, was, "postal_code_form", "It was written as its country writes it."))
                .or(() -> withZero(compact, shapes)
                        .map(code ->
                                Checked.written(code, was, "postal_code_zero", "A zero was lost at the beginning.")))
                .orElseGet(() -> new Checked.Warned(
                        line,
                        was,
                        new Finding("postal_code_invalid", "No postal code of this country looks like it.")));
    }

    /** A spreadsheet makes a number of 01067. */
    private static Optional<String> withZero(String compact, List<String> shapes) {
        return shapes.contains("99999") && compact.matches("\\d{4}") ? Optional.of("0" + compact) : Optional.empty();
    }

    private static Optional<String> fitted(String compact, String shape) {
        StringBuilder fitted = new StringBuilder();
        int at = 0;
        for (char form : shape.toCharArray()) {
            if (form != '9' && form != 'A') {
                fitted.append(form);
            } else if (at < compact.length() && Character.isDigit(compact.charAt(at)) == (form == '9')) {
                fitted.append(compact.charAt(at++));
            } else {
                return Optional.empty();
            }
        }
        return at == compact.length() ? Optional.of(fitted.toString()) : Optional.empty();
    }

    private static Map<String, List<String>> shapes() {
        Map<String, List<String>> shapes = new HashMap<>();
        for (String line : Words.shipped("postal-codes.txt")) {
            String[] parts = line.split(":", 2);
            shapes.put(
                    parts[0].strip(),
                    Arrays.stream(parts[1].split(",")).map(String::strip).toList());
        }
        return Map.copyOf(shapes);
    }
}
