package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One record on its way through a save. */
final class Item {

    /** Stands where the request said nothing; null means "make it blank". */
    private static final Object UNSAID = new Object();

    private final ObjectType type;
    private final Object[] given;
    private final List<SaveError> errors = new ArrayList<>();
    private String id;
    private Row before;
    private Row after;
    private boolean created;

    Item(ObjectType type) {
        this.type = type;
        this.given = new Object[type.fields().size()];
        Arrays.fill(given, UNSAID);
    }

    ObjectType type() {
        return type;
    }

    void give(Field field, Object value) {
        given[field.index()] = value;
    }

    boolean gives(Field field) {
        return given[field.index()] != UNSAID;
    }

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
        id = existing;
    }

    String id() {
        return id;
    }

    void creates() {
        created = true;
    }

    boolean isCreated() {
        return created;
    }

    void moves(Row from, Row to) {
        before = from;
        after = to;
    }

    Row before() {
        return before;
    }

    Row after() {
        return after;
    }

    SaveResult result() {
        return new SaveResult(failed() && created ? null : id, created, List.copyOf(errors));
    }
}
