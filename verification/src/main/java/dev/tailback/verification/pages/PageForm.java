package dev.tailback.verification.pages;

import dev.tailback.verification.pages.Forms.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A form of a page, filled in by a person. */
public record PageForm(String action, List<Field> fields) {
    private static final String PRODUCT = "product";
    private static final String UNITS = "units";

    public PageForm with(String name, String value) {
        return changed(field -> field.name().equals(name) ? new Field(name, value) : field);
    }

    /** Units of this product, and of no other. A form that knows no product has empty rows for their ids. */
    public PageForm withUnits(String productId, int units) {
        List<Integer> products = places(PRODUCT);
        int row = row(products, productId);
        List<Field> filled = new ArrayList<>(changed(field -> field.name().equals(UNITS) ? new Field(UNITS, "") : field)
                .fields());
        filled.set(products.get(row), new Field(PRODUCT, productId));
        filled.set(places(UNITS).get(row), new Field(UNITS, Integer.toString(units)));
        return new PageForm(action, filled);
    }

    private int row(List<Integer> products, String productId) {
        return IntStream.range(0, products.size())
                .filter(at -> List.of(productId, "")
                        .contains(fields.get(products.get(at)).value()))
                .findFirst()
                .orElseThrow(() -> new PageUnexpected("The form " + action + " has no row for product " + productId));
    }

    private List<Integer> places(String name) {
        return IntStream.range(0, fields.size())
                .filter(at -> fields.get(at).name().equals(name))
                .boxed()
                .toList();
    }

    private PageForm changed(UnaryOperator<Field> change) {
        return new PageForm(action, fields.stream().map(change).toList());
    }

    String encoded() {
        return fields.stream()
                .map(field -> Forms.encode(field.name()) + "=" + Forms.encode(field.value()))
                .collect(Collectors.joining("&"));
    }
}
