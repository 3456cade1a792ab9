package dev.tailback.hub.suggesting;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.mappings.MappingsInForce;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes a file of the mapping in force and of what a person chose. Nothing is kept: the file goes the way of any other. */
@Singleton
public class AcceptSuggestions {

    private final MappingsInForce mappings;
    private final Entities entities;

    AcceptSuggestions(MappingsInForce mappings, Entities entities) {
        this.mappings = mappings;
        this.entities = entities;
    }

    /** @throws DeclarationInvalid with every reason why the choice makes no mapping */
    public String yaml(String crm, Choice choice) throws DeclarationInvalid {
        CrmMapping mapping = mappings.of(crm).orElseGet(() -> new CrmMapping(crm, List.of()));
        choice.mustFit(mapping);
        String yaml = new Accepted(mapping).with(choice).yaml();
        CrmMapping.read(yaml, entities);
        return yaml;
    }
}
