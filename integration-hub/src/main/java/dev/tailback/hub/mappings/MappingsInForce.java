package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.versions.InForce;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mappings that hold now. The database is asked each time which versions are in force, so a switch of another hub
 * is seen by the next transaction; a version never changes, so what was read of it is kept.
 */
@Singleton
public class MappingsInForce {

    private final Versions versions;
    private final Entities entities;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    MappingsInForce(Versions versions, Entities entities) {
        this.versions = versions;
        this.entities = entities;
    }

    private record Read(long number, CrmMapping mapping) {}

    /** By the name of the CRM; one without a mapping is not there. */
    public Map<String, CrmMapping> all() {
        Map<String, CrmMapping> all = new HashMap<>();
        versions.mappingsInForce().forEach(inForce -> all.put(new Subject(inForce.subject()).crm(), mapping(inForce)));
        return Map.copyOf(all);
    }

    public Optional<CrmMapping> of(String crm) {
        return versions.inForce(Subject.mapping(crm)).map(this::mapping);
    }

    /** The mapped objects of a CRM; none while it has no mapping. */
    public List<MappedObject> objects(String crm) {
        return of(crm).map(CrmMapping::objects).orElse(List.of());
    }

    private CrmMapping mapping(InForce inForce) {
        return read.compute(
                        inForce.subject(),
                        (subject, known) -> known != null && known.number() == inForce.number() ? known : read(inForce))
                .mapping();
    }

    private Read read(InForce inForce) {
        String text = versions.find(new Subject(inForce.subject()), inForce.number())
                .orElseThrow()
                .text();
        try {
            return new Read(inForce.number(), CrmMapping.read(text, entities));
        } catch (DeclarationInvalid invalid) {
            throw new IllegalStateException(
                    "version " + inForce.number() + " of the " + inForce.subject() + " is in force and cannot be used",
                    invalid);
        }
    }
}
