package dev.tailback.hub.entity;

import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Everything that is kept in common. */
public record Entities(List<Entity> all) {

    public Entities {
        all = List.copyOf(all);
    }

    /** @throws DeclarationInvalid with every reason, if the file cannot be used */
    public static Entities read(String yaml) throws DeclarationInvalid {
        return new EntitiesFile(yaml).read();
    }

    /** Company and person, as {@code entities.yaml} declares them. */
    public static Entities shipped() {
        try {
            return read(shippedText());
        } catch (DeclarationInvalid ours) {
            throw new IllegalStateException("the shipped entities cannot be used", ours);
        }
    }

    /** The shipped file, with its comments, as a beginning for one's own. */
    public static String shippedText() {
        try (InputStream file = Objects.requireNonNull(
                Entities.class.getResourceAsStream("entities.yaml"), "entities.yaml is not in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<Entity> entity(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** These, and the others beside them; an entity of the same name is replaced by the other one. */
    public Entities with(Entities others) {
        List<Entity> both = new ArrayList<>(all);
        both.removeIf(one -> others.entity(one.name()).isPresent());
        both.addAll(others.all);
        return new Entities(both);
    }
}
