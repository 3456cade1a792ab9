package dev.tailback.mapping.schema;

import java.util.List;
import java.util.Optional;

/**
 * An object as an org describes it to the user who asks; fields that this user may not see are not in it.
 *
 * @param children the objects whose references point here
 */
public record OrgObject(
        String name,
        String label,
        boolean isQueryable,
        boolean isCreateable,
        boolean isUpdateable,
        List<OrgField> fields,
        List<ChildRelationship> children) {

    public OrgObject {
        fields = List.copyOf(fields);
        children = List.copyOf(children);
    }

    /** API names are the same in any case. */
    public Optional<OrgField> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public Optional<OrgField> reference(String relationship) {
        return fields.stream()
                .filter(field -> field.relationshipName()
                        .filter(name -> name.equalsIgnoreCase(relationship))
                        .isPresent())
                .findFirst();
    }

    /**
     * @param name how queries list these children, as {@code Contract_Products__r}; empty where they cannot be listed
     * @param object the children's object
     * @param field the reference in the child
     */
    public record ChildRelationship(Optional<String> name, String object, String field) {}
}
