package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.FieldTypes;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.schema.OrgField;

/** How well a field can hold an idea, whatever its name: 0 where its type or this user's rights make it impossible. */
final class Fitting {

    private Fitting() {}

    static double of(Idea idea, OrgField field) {
        if (idea.isWritten() && !(field.isCreateable() && field.isUpdateable())) {
            return 0;
        }
        if (idea == Idea.EXTERNAL_ID) {
            return field.isExternalId() && field.isUnique() && field.type().equals("string") ? 1 : 0;
        }
        return FieldTypes.of(idea).getOrDefault(field.type(), 0.0);
    }
}
