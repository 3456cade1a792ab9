package dev.tailback.localorg.metadata;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The status categories of a standard object such as Contract: rows begin as drafts, are activated by an update, and
 * never go back unless they may reopen. Rules from the object reference, page Contract.
 *
 * @param statusField the picklist that moves the row through its life
 * @param codeField holds the category of the status
 * @param draft values of the category Draft; all others but {@code activated} are in approval
 * @param mayReopen an active row may become a draft again, as an order may and a contract may not
 */
public record LifeCycle(
        String statusField,
        String codeField,
        Set<String> draft,
        Set<String> activated,
        String activatedDateField,
        String activatedByField,
        Map<String, String> codes,
        boolean mayReopen) {

    public boolean isDraft(@Nullable Object status) {
        return draft.contains(String.valueOf(status));
    }

    public boolean isActivated(@Nullable Object status) {
        return activated.contains(String.valueOf(status));
    }

    public String code(@Nullable Object status) {
        return codes.getOrDefault(String.valueOf(status), "");
    }
}
