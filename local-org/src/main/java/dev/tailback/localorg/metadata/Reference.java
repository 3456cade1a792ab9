package dev.tailback.localorg.metadata;

import java.util.List;
import java.util.Optional;

/**
 * A field that holds the id of another row.
 *
 * @param targets objects it may point to
 * @param parentName how queries and formulas walk up, such as {@code Contract__r}; empty when nothing can
 * @param childName how queries walk down, such as {@code Contract_Products__r}
 * @param onDelete what happens to the row when the one it points to is deleted
 * @param order 0 for the first master, 1 for the second; meaningless for a lookup
 * @param masterReadEnough read access to the master is enough to write the detail
 */
public record Reference(
        List<String> targets,
        Optional<String> parentName,
        Optional<String> childName,
        OnDelete onDelete,
        int order,
        boolean reparentable,
        boolean masterReadEnough) {

    /** What the deletion of the row pointed to does to this row; a lookup may take rows along as a master does. */
    public enum OnDelete {
        GO_WITH_MASTER,
        CASCADE,
        CLEAR,
        RESTRICT
    }

    public static Reference lookup(List<String> targets, Optional<String> parentName, Optional<String> childName) {
        return new Reference(targets, parentName, childName, OnDelete.CLEAR, 0, true, false);
    }

    /** Rows go when the one they point to goes. */
    public boolean cascades() {
        return isMaster() || onDelete == OnDelete.CASCADE;
    }

    public boolean isMaster() {
        return onDelete == OnDelete.GO_WITH_MASTER;
    }
}
