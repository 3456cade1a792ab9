package dev.tailback.mapping.schema;

import java.util.List;
import java.util.Optional;

/**
 * A field as an org describes it to the user who asks.
 *
 * @param type Salesforce's word: {@code string}, {@code double}, {@code reference} ...
 * @param length letters, 0 where the type has none
 * @param precision all digits of a number, 0 where the type has none
 * @param scale digits after the point
 * @param isDefaulted whether Salesforce fills it in a new record that leaves it out
 * @param isUpdateable whether this user may change it; false for formulas, roll-ups and what a permission withholds
 * @param isCalculated a formula or a roll-up
 * @param referenceTo the objects a reference may point to
 * @param relationshipName the way over a reference to the other object
 * @param values the active values of a picklist
 */
public record OrgField(
        String name,
        String label,
        String type,
        int length,
        int precision,
        int scale,
        boolean isNillable,
        boolean isDefaulted,
        boolean isCreateable,
        boolean isUpdateable,
        boolean isFilterable,
        boolean isUnique,
        boolean isExternalId,
        boolean isCalculated,
        boolean isRestrictedPicklist,
        List<String> referenceTo,
        Optional<String> relationshipName,
        List<String> values) {

    public OrgField {
        referenceTo = List.copyOf(referenceTo);
        values = List.copyOf(values);
    }
}
