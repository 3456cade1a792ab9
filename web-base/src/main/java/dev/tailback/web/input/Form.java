package dev.tailback.web.input;

import dev.tailback.web.input.Pairs.Pair;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A form that a browser sent: texts by name, each once, several times or not at all. */
public final class Form {

    private final Pairs pairs;

    private Form(Pairs pairs) {
        this.pairs = pairs;
    }

    /**
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid} when it cannot be decoded, or holds the character
     *     no text can hold
     */
    static Form of(byte[] body) {
        Pairs pairs = Pairs.of(new String(body, StandardCharsets.ISO_8859_1), "form");
        pairs.all().stream().filter(Form::holdsZero).findFirst().ifPresent(pair -> {
            throw Invalid.because(Invalid.named(pair.name()), TextRule.refused(0));
        });
        return new Form(pairs);
    }

    /**
     * The query of an address, as a form that is sent with it.
     *
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid} when it cannot be decoded
     */
    public static Form inTheAddressOf(HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        return of((query == null ? "" : query).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean holdsZero(Pair pair) {
        return pair.name().indexOf(0) >= 0 || pair.value().indexOf(0) >= 0;
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        pairs.all().forEach(pair -> names.add(pair.name()));
        return names;
    }

    /** A name and its value. */
    public record Field(String name, String value) {}

    /** Everything in the order it came. */
    public List<Field> fields() {
        return pairs.all().stream()
                .map(pair -> new Field(pair.name(), pair.value()))
                .toList();
    }

    /** The first value, or an empty text. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** The same, where it is as it must be. @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    public String text(String name, TextRule rule) {
        return rule.checked(name, text(name));
    }

    /** Every value in the order they came. */
    public List<String> all(String name) {
        return pairs.all().stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .toList();
    }

    /** Names only: a form can hold a password. */
    @Override
    public String toString() {
        return "Form" + names();
    }
}
