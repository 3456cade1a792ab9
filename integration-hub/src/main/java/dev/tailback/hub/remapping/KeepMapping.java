package dev.tailback.hub.remapping;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.mappings.MappingCheck;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.SwitchVersions;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.schema.OrgSchema;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps a mapping as a new version of its CRM's. Nothing is read or written by it until it is switched on. */
@Singleton
public class KeepMapping {

    private final Transactions transactions;
    private final Versions versions;
    private final SwitchVersions switches;
    private final Entities entities;

    KeepMapping(Transactions transactions, Versions versions, SwitchVersions switches, Entities entities) {
        this.transactions = transactions;
        this.versions = versions;
        this.switches = switches;
        this.entities = entities;
    }

    /** Where a CRM has no mapping in force, this one is: for a connection that brings its mapping with it. */
    public void begin(CrmMapping first, Author author) {
        transactions.write(() -> {
            switches.begin(Subject.mapping(first.crm()), first.yaml(), author);
            return true;
        });
    }

    /**
     * @param crm whose mapping it must be
     * @param schema of the CRM, as its connector told it just now
     * @return the number of the version; of the newest one where it has this text and was never in force
     * @throws DeclarationInvalid with every reason, and nothing is kept
     */
    public long keep(String crm, String yaml, OrgSchema schema, Author author) throws DeclarationInvalid {
        mustFit(crm, CrmMapping.read(yaml, entities), schema);
        return transactions.write(() -> versions.keepOnce(Subject.mapping(crm), yaml, author));
    }

    /** @throws DeclarationInvalid with every reason why it is no mapping of this CRM */
    public void mustFit(String crm, CrmMapping mapping, OrgSchema schema) throws DeclarationInvalid {
        if (!mapping.crm().equals(crm)) {
            throw new DeclarationInvalid(List.of("The file is the mapping of another CRM: 'crm' must be " + crm + "."));
        }
        List<String> wrong = new MappingCheck(schema, entities).wrongIn(mapping);
        if (!wrong.isEmpty()) {
            throw new DeclarationInvalid(wrong);
        }
    }
}
