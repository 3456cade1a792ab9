package dev.tailback.localorg.users;

import dev.tailback.localorg.metadata.PermissionSet;
import dev.tailback.localorg.metadata.Schema;
import java.util.List;
import java.util.Locale;

/** The four people every local org has. Each gets the permission sets that carry the person's word in their name. */
public enum Person {
    INTEGRATION("Integration", "Integration", "Minimum Access - API Only Integrations"),
    SALES("Sam", "Sales", "Standard User"),
    FINANCE("Fiona", "Finance", "Standard User"),
    ADMIN("Ada", "Admin", "System Administrator");

    private final String firstName;
    private final String lastName;
    private final String profile;

    Person(String firstName, String lastName, String profile) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.profile = profile;
    }

    /** The part of the user name before the {@code @}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String profile() {
        return profile;
    }

    /** A project without a permission set for this person says nothing about the person, who may then do everything. */
    Access access(Schema schema) {
        List<PermissionSet> mine = schema.permissionSets().stream()
                .filter(set -> set.name().toLowerCase(Locale.ROOT).contains(word()))
                .toList();
        return this == ADMIN || mine.isEmpty() ? Access.everything(schema) : Access.of(schema, mine);
    }
}
