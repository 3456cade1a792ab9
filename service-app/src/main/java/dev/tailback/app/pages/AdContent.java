package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an ad says, as texts by the names of its fields, {@code contract}, and {@code units-} with a product's id. So what two people made of it can be compared field by field.
 */
record AdContent(Map<String, String> values) {

    static final String CONTRACT = "contract";
    static final String UNITS = "units-";
    private static final int MOST_FIELDS = 200;

    static AdContent of(AdView ad) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", ad.title());
        put(values, AdForm.Details.of(ad));
        values.put(CONTRACT, ad.contractId());
        ad.entries().stream()
                .filter(entry -> !entry.cancelled())
                .forEach(entry -> values.put(UNITS + entry.contractProductId(), String.valueOf(entry.units())));
        return new AdContent(values);
    }

    /** As it was typed, for the contract that the ad was on. */
    static AdContent of(AdForm form, String contractId) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", form.title().strip());
        put(values, form.details());
        values.put(CONTRACT, contractId);
        form.filled().forEach(row -> values.put(UNITS + row.contractProductId(), plain(row.units())));
        return new AdContent(values);
    }

    private static void put(Map<String, String> values, AdForm.Details details) {
        values.put("serviceDate", details.serviceDate().strip());
        values.put("customerReference", details.customerReference().strip());
        // Browsers send line ends in their own way.
        values.put("note", details.note().strip().replace("\r\n", "\n"));
    }

    /** As a form brought it back; what cannot be read is left out. */
    static AdContent of(String written) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : written.split("&", MOST_FIELDS)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                values.put(read(field.substring(0, equals)), read(field.substring(equals + 1)));
            }
        }
        return new AdContent(values);
    }

    /** For a hidden field; {@link #of(String)} reads it. */
    String written() {
        return values.entrySet().stream()
                .map(value -> write(value.getKey()) + "=" + write(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String write(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String read(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** Empty when there is none. */
    String at(String field) {
        return values.getOrDefault(field, "");
    }

    AdContent with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value.isEmpty() && field.startsWith(UNITS)) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new AdContent(changed);
    }

    /** The same with contract and units of the other. */
    AdContent bookedAs(AdContent other) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.keySet().removeIf(AdContent::isBooking);
        other.values.forEach((field, value) -> {
            if (isBooking(field)) {
                changed.put(field, value);
            }
        });
        return new AdContent(changed);
    }

    boolean booksAs(AdContent other) {
        return new AdContent(Map.of()).bookedAs(this).values.equals(new AdContent(Map.of()).bookedAs(other).values);
    }

    static boolean isBooking(String field) {
        return field.equals(CONTRACT) || field.startsWith(UNITS);
    }

    /** Every field of these contents, once. */
    static Set<String> fields(AdContent... contents) {
        Set<String> fields = new TreeSet<>();
        for (AdContent content : contents) {
            fields.addAll(content.values.keySet());
        }
        return fields;
    }

    List<AdForm.Row> rows() {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(UNITS))
                .map(value -> new AdForm.Row(value.getKey().substring(UNITS.length()), value.getValue()))
                .toList();
    }

    private static String plain(String units) {
        return units.matches("0*\\d{1,9}") ? String.valueOf(Integer.parseInt(units)) : units;
    }
}
