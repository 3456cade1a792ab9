package dev.tailback.hub.remapping;

import dev.tailback.hub.mappings.CreationChange;
import dev.tailback.hub.mappings.FieldChange;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Says which fields come, go and change with a version of a mapping, and how many records that touches. Writes
 * nothing.
 */
@Singleton
public class PreviewMapping {

    private final MappingVersions versions;
    private final TouchRows rows;

    PreviewMapping(MappingVersions versions, TouchRows rows) {
        this.versions = versions;
        this.rows = rows;
    }

    /** @throws DeclarationInvalid when the version cannot be used any more */
    public List<Touched> of(String crm, long number) throws DeclarationInvalid {
        return versions.between(crm, versions.inForce(crm), number).stream()
                .map(change -> touched(crm, change))
                .toList();
    }

    /** How many customers would be created in each object where that changes. As above. */
    public List<WouldCreate> creations(String crm, long number) throws DeclarationInvalid {
        return versions.creations(crm, versions.inForce(crm), number).stream()
                .map(change -> new WouldCreate(change, count(crm, change)))
                .toList();
    }

    private long count(String crm, CreationChange change) {
        return change.after()
                .map(how -> rows.without(
                        crm, change.object(), change.entity(), how.needs().toArray(String[]::new)))
                .orElse(0L);
    }

    private Touched touched(String crm, FieldChange change) {
        long said = change.before()
                .map(field -> rows.said(crm, change.object(), change.attribute(), field))
                .orElse(0L);
        return new Touched(change, said, change.isToBeRead() ? rows.records(crm, change.object()) : 0);
    }
}
