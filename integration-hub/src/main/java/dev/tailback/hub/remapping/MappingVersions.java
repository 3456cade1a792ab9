package dev.tailback.hub.remapping;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CreationChange;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.mappings.FieldChange;
import dev.tailback.hub.versions.InForce;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Version;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads the mapping of a version. */
@Singleton
public class MappingVersions {

    private final Versions versions;
    private final Entities entities;

    MappingVersions(Versions versions, Entities entities) {
        this.versions = versions;
        this.entities = entities;
    }

    /** @throws DeclarationInvalid when an entity is declared otherwise than when the version was kept */
    public Optional<CrmMapping> find(String crm, long number) throws DeclarationInvalid {
        Optional<Version> version = versions.find(Subject.mapping(crm), number);
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(CrmMapping.read(version.get().text(), entities));
    }

    /** @return 0 when the CRM has no mapping in force */
    public long inForce(String crm) {
        return versions.inForce(Subject.mapping(crm)).map(InForce::number).orElse(0L);
    }

    /**
     * What is different in a version; against 0 everything is new.
     *
     * @throws DeclarationInvalid when one of the two cannot be used any more
     */
    public List<FieldChange> between(String crm, long before, long after) throws DeclarationInvalid {
        return FieldChange.between(orNothing(crm, before), orNothing(crm, after));
    }

    /** In which objects customers are created otherwise than before. @throws DeclarationInvalid as above */
    public List<CreationChange> creations(String crm, long before, long after) throws DeclarationInvalid {
        return CreationChange.between(orNothing(crm, before), orNothing(crm, after));
    }

    private CrmMapping orNothing(String crm, long number) throws DeclarationInvalid {
        return find(crm, number).orElse(new CrmMapping(crm, List.of()));
    }
}
