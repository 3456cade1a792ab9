package dev.tailback.app.adimport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of the file; its name may be English or German, in upper or lower case. */
enum Column {
    CONTRACT("contract", "vertrag"),
    TITLE("title", "titel"),
    /** May be there several times, each with its units. */
    PRODUCT("product", "produkt"),
    UNITS("units", "einheiten"),
    SERVICE_DATE("service_date", "leistungsdatum"),
    CUSTOMER_REFERENCE("customer_reference", "kundenreferenz"),
    NOTE("note", "notiz");

    static final List<Column> NEEDED = List.of(CONTRACT, TITLE, PRODUCT, UNITS);

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    String word() {
        return names.get(0);
    }

    static Optional<Column> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }
}
