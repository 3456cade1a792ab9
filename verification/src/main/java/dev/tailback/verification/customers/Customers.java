package dev.tailback.verification.customers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All copies of all customers, as {@code customers.csv} lists them.
 *
 * @param copies in the order of the file
 */
public record Customers(List<CustomerCopy> copies) {
    private static final List<String> COMPANY = List.of("name", "phone", "domain", "city", "country");
    private static final List<String> PERSON = List.of("firstName", "lastName", "email", "mobile");
    private static final int FIRST_VALUE = 2;

    public Customers {
        copies = List.copyOf(copies);
    }

    public static Customers shipped() {
        return new Customers(text().lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(Customers::copy)
                .toList());
    }

    /** What one CRM holds. */
    public List<CustomerCopy> of(CustomerCrm crm) {
        return copies.stream().filter(copy -> copy.crm() == crm).toList();
    }

    public int count() {
        return (int) copies.stream().mapToInt(CustomerCopy::customer).distinct().count();
    }

    private static CustomerCopy copy(String line) {
        List<String> cells = List.of(line.split(";", -1));
        List<String> values = cells.subList(FIRST_VALUE, cells.size());
        return new CustomerCopy(
                CustomerCrm.valueOf(cells.get(0).toUpperCase(Locale.ROOT)),
                Integer.parseInt(cells.get(1)),
                named(COMPANY, values.subList(0, COMPANY.size())),
                named(PERSON, values.subList(COMPANY.size(), values.size())));
    }

    private static Map<String, String> named(List<String> names, List<String> values) {
        Map<String, String> named = new TreeMap<>();
        List<String> all = new ArrayList<>(values);
        names.forEach(name -> named.put(name, all.remove(0)));
        named.values().removeIf(String::isEmpty);
        return named;
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(
                Customers.class.getResourceAsStream("customers.csv"), "customers.csv is not in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
