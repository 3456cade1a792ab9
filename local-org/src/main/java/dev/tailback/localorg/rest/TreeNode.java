package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.save.SaveResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One record of a tree; it names its parent once that one has an id. */
final class TreeNode {

    private final ObjectType type;
    private final String referenceId;
    private final Map<String, Object> given;
    private final Optional<TreeNode> parent;
    private final Optional<Field> reference;
    private Optional<SaveResult> result = Optional.empty();

    /**
     * @param given the record's own fields
     * @param reference the field that is to point to the parent
     */
    TreeNode(
            ObjectType type,
            String referenceId,
            Map<String, Object> given,
            Optional<TreeNode> parent,
            Optional<Field> reference) {
        this.type = type;
        this.referenceId = referenceId;
        this.given = given;
        this.parent = parent;
        this.reference = reference;
    }

    ObjectType type() {
        return type;
    }

    String referenceId() {
        return referenceId;
    }

    Map<String, Object> record() {
        Map<String, Object> record = new HashMap<>(given);
        reference.ifPresent(
                field -> record.put(field.name(), parent.orElseThrow().id()));
        return record;
    }

    /** Only after it was saved. */
    String id() {
        return result.flatMap(SaveResult::id).orElseThrow();
    }

    void became(SaveResult saved) {
        result = Optional.of(saved);
    }

    Optional<SaveResult> result() {
        return result;
    }
}
