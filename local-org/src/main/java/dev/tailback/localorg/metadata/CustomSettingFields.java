package dev.tailback.localorg.metadata;

import java.util.List;
import java.util.Optional;

/** The fields every custom setting has besides its own. */
public final class CustomSettingFields {
    /** Whom a row is for: the organization, a profile or a user. */
    public static final String OWNER = "SetupOwnerId";

    private CustomSettingFields() {}

    static List<Field> of(String object, boolean hierarchy) {
        Field name = Field.entered(object, "Name", "Name", FieldType.STRING, Size.characters(80), object)
                .with(Constraints.requiredOnly(!hierarchy))
                .asName();
        return hierarchy ? List.of(name, owner(object)) : List.of(name);
    }

    private static Field owner(String object) {
        return Field.entered(object, OWNER, "Location", FieldType.REFERENCE, Size.characters(18), object)
                .with(new Constraints(true, true, true, false, false))
                .with(new Origin.Entered(Optional.of("$Organization.Id")))
                .with(Writing.ON_CREATE)
                .with(Reference.lookup(
                        List.of("Organization", "Profile", "User"), Optional.of("SetupOwner"), Optional.empty()));
    }
}
