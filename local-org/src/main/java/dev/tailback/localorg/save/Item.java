package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record on its way through a save. */
final class Item {

    /** Stands where the request said nothing; null means "make it blank". */
    private static final Object UNSAID = new Object();

    private final ObjectType type;
    private final Object[] given;
    private final List<SaveError> errors = new ArrayList<>();
    private Optional<String> id = Optional.empty();
    private Optional<Change> change = Optional.empty();
    private boolean created;

    Item(ObjectType type) {
        this.type = type;
        this.given = new Object[type.fields().size()];
        Arrays.fill(given, UNSAID);
    }

    ObjectType type() {
        return type;
    }

    void give(Field field, @Nullable Object value) {
        given[field.index()] = value;
    }

    boolean gives(Field field) {
        return given[field.index()] != UNSAID;
    }

    /** Null for blank, and where nothing was said. */
    @Nullable
    Object given(Field field) {
        return gives(field) ? given[field.index()] : null;
    }

    void fail(SaveError error) {
        errors.add(error);
    }

    void fail(List<SaveError> more) {
        errors.addAll(more);
    }

    boolean failed() {
        return !errors.isEmpty();
    }

    List<SaveError> errors() {
        return errors;
    }

    /** The item's row exists, or would be the one with this id. */
    void isFor(String existing) {
        id = Optional.of(existing);
    }

    /** Only of an item whose row was found, or that was given one. */
    String id() {
        return id.orElseThrow();
    }

    void creates() {
        created = true;
    }

    boolean isCreated() {
        return created;
    }

    void moves(Change moved) {
        change = Optional.of(moved);
    }

    /** Empty until its row was written. */
    Optional<Change> change() {
        return change;
    }

    SaveResult result() {
        return new SaveResult(failed() && created ? Optional.empty() : id, created, List.copyOf(errors));
    }
}
