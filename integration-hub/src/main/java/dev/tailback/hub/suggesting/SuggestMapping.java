package dev.tailback.hub.suggesting;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.mappings.MappingsInForce;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.suggestion.EntityObjects;
import dev.tailback.mapping.suggestion.ObjectCandidate;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which fields of a CRM may stand for which attributes. What is mapped already is never touched. */
@Singleton
public class SuggestMapping {

    private static final int MOST_OBJECTS = 3;

    private final SeeObjects see;
    private final ReadSamples samples;
    private final MappingsInForce mappings;
    private final Entities entities;

    SuggestMapping(SeeObjects see, ReadSamples samples, MappingsInForce mappings, Entities entities) {
        this.see = see;
        this.samples = samples;
        this.mappings = mappings;
        this.entities = entities;
    }

    /**
     * @param crm one that is connected
     * @param named one more object to look at, beside those that are mapped and those that such a CRM usually has
     */
    public Suggestions of(String crm, Optional<String> named) {
        CrmMapping mapping = mappings.of(crm).orElseGet(() -> new CrmMapping(crm, List.of()));
        SeenObjects seen = see.of(mapping, named);
        List<SuggestedObject> all = entities.all().stream()
                .flatMap(entity -> objects(mapping, entity, seen, named).stream())
                .toList();
        return new Suggestions(all, seen.unseen(), new Accepted(mapping).with(all));
    }

    private record Likely(SuggestObject asked, ObjectCandidate candidate) {}

    private List<SuggestedObject> objects(CrmMapping mapping, Entity entity, SeenObjects seen, Optional<String> named) {
        List<Likely> likely = new ArrayList<>(seen.objects().stream()
                .filter(object -> mapping.object(object.name())
                        .map(mapped -> mapped.entity().equals(entity.name()))
                        .orElse(true))
                .flatMap(object -> likely(mapping, entity, object, seen.tellsRights(), named))
                .toList());
        likely.sort(Comparator.comparing((Likely one) -> one.asked().mapped().isEmpty())
                .thenComparing(
                        one -> named.filter(one.candidate().object()::equals).isEmpty())
                .thenComparing(one -> one.candidate().confidence())
                .thenComparing(one -> one.candidate().object()));
        return likely.stream()
                .limit(MOST_OBJECTS)
                .map(one -> one.asked().of(one.candidate(), read(mapping.crm(), one.asked())))
                .toList();
    }

    /** A mapped object is of its entity, whatever it looks like; one that a person names may be. */
    private static Stream<Likely> likely(
            CrmMapping mapping, Entity entity, OrgObject object, boolean tellsRights, Optional<String> named) {
        Optional<MappedObject> mapped = mapping.object(object.name());
        SuggestObject asked = new SuggestObject(entity, object, mapped, tellsRights);
        WantedAttributes wanted = new WantedAttributes(entity);
        return EntityObjects.of(entity.name(), wanted.words(), wanted.all(), object)
                .or(() -> mapped.map(known -> ObjectCandidate.chosen(known.object())))
                .or(() -> named.filter(object.name()::equals).map(ObjectCandidate::named))
                .stream()
                .map(candidate -> new Likely(asked, candidate));
    }

    private Samples read(String crm, SuggestObject asked) {
        List<String> fields = asked.worthReading();
        return fields.isEmpty()
                ? Samples.none("Nothing is left to be mapped.")
                : samples.of(crm, asked.object().name(), fields);
    }
}
