package dev.tailback.hub.drift;

import java.util.List;

/**
 * A new field that may be one that went, under another name. A mapping in which the attribute stands for the new name
 * follows from it; nobody applies it but a person.
 *
 * @param attribute of the mapping that would change
 * @param gone the field that it stands for now
 * @param field the new name
 * @param score up to 2, the higher the likelier
 * @param reasons in words
 */
public record Rename(
        String crm,
        String object,
        String attribute,
        String gone,
        String field,
        String label,
        double score,
        List<String> reasons) {

    public Rename {
        reasons = List.copyOf(reasons);
    }
}
