package dev.tailback.hub.api;

import dev.tailback.crm.Described;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.remapping.KeepMapping;
import dev.tailback.hub.versions.Author;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.schema.OrgSchema;
import jakarta.inject.Singleton;

/** Compares a mapping with what its CRM has just now; then it can be kept as a version. */
@Singleton
class CheckedMapping {

    private final ConnectedCrms crms;
    private final KeepMapping keep;
    private final Entities entities;

    CheckedMapping(ConnectedCrms crms, KeepMapping keep, Entities entities) {
        this.crms = crms;
        this.keep = keep;
        this.entities = entities;
    }

    /**
     * @return the number of the version
     * @throws dev.tailback.web.problems.Problem when the file cannot be used, or the CRM cannot be asked
     */
    long kept(String crm, String yaml, Author author) {
        try {
            return keep.keep(crm, yaml, schema(crm, CrmMapping.read(yaml, entities)), author);
        } catch (DeclarationInvalid invalid) {
            throw HubProblems.unusable(invalid);
        }
    }

    /**
     * A mapping that is not kept.
     *
     * @throws dev.tailback.web.problems.Problem when the file cannot be used, or the CRM cannot be asked
     */
    CrmMapping checked(String crm, String yaml) {
        try {
            CrmMapping mapping = CrmMapping.read(yaml, entities);
            keep.mustFit(crm, mapping, schema(crm, mapping));
            return mapping;
        } catch (DeclarationInvalid invalid) {
            throw HubProblems.unusable(invalid);
        }
    }

    private OrgSchema schema(String crm, CrmMapping mapping) {
        CrmMapping named = new CrmMapping(crm, mapping.objects());
        return crms.schema(named)
                .orElseThrow(() -> HubProblems.noCrm(crm))
                .map(Described::schema)
                .fold(
                        schema -> schema,
                        refused -> {
                            throw HubProblems.crmAway(refused.reason());
                        },
                        unavailable -> {
                            throw HubProblems.crmAway(unavailable.reason());
                        });
    }
}
