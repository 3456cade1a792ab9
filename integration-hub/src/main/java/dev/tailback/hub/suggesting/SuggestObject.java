package dev.tailback.hub.suggesting;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.mappings.FieldTypes;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.suggestion.AttributeSuggestions;
import dev.tailback.mapping.suggestion.Candidate;
import dev.tailback.mapping.suggestion.ObjectCandidate;
import dev.tailback.mapping.suggestion.ValuesSeen;
import dev.tailback.mapping.suggestion.Wanted;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of one object for the attributes of one entity.
 *
 * @param mapped what is mapped of the object already
 * @param tellsRights whether the schema says what our user may write
 */
record SuggestObject(Entity entity, OrgObject object, Optional<MappedObject> mapped, boolean tellsRights) {

    private static final int MOST_READ = 60;

    /** What is worth to be looked at: what words suggest, and then what else may hold an attribute. */
    List<String> worthReading() {
        Stream<String> suggested = candidates(ValuesSeen.NONE).values().stream()
                .flatMap(List::stream)
                .map(Candidate::path);
        Stream<String> others = object.fields().stream()
                .filter(field -> !field.isCalculated() && field.isUpdateable())
                .filter(field -> open().anyMatch(one -> one.types().containsKey(field.type())))
                .map(OrgField::name);
        return Stream.concat(suggested, others).distinct().limit(MOST_READ).toList();
    }

    SuggestedObject of(ObjectCandidate candidate, Samples samples) {
        Map<String, List<Candidate>> found = candidates(new LookedLike(entity, samples));
        List<SuggestedAttribute> attributes = entity.attributes().stream()
                .map(attribute -> attribute(attribute, found, samples))
                .toList();
        return new SuggestedObject(
                object.name(),
                object.label(),
                entity.name(),
                mapped.isPresent(),
                candidate.confidence(),
                candidate.reasons(),
                samples.unread(),
                attributes);
    }

    private Map<String, List<Candidate>> candidates(ValuesSeen seen) {
        Set<String> taken = mapped.map(MappedObject::named).orElse(Set.of());
        return AttributeSuggestions.of(object, open().toList(), taken, seen);
    }

    private Stream<Wanted> open() {
        WantedAttributes wanted = new WantedAttributes(entity);
        return entity.attributes().stream()
                .filter(attribute -> field(attribute).isEmpty())
                .map(wanted::of);
    }

    private Optional<String> field(Attribute attribute) {
        return mapped.flatMap(known -> Optional.ofNullable(known.fields().get(attribute.name())));
    }

    private SuggestedAttribute attribute(Attribute attribute, Map<String, List<Candidate>> found, Samples samples) {
        String path = new WantedAttributes(entity).path(attribute.name());
        return new SuggestedAttribute(
                attribute.name(),
                field(attribute),
                found.getOrDefault(path, List.of()).stream()
                        .map(candidate -> suggested(attribute, candidate, samples))
                        .toList());
    }

    private SuggestedField suggested(Attribute attribute, Candidate candidate, Samples samples) {
        OrgField field = candidate.field();
        return new SuggestedField(
                field.name(),
                field.label(),
                field.type(),
                candidate.confidence(),
                candidate.reasons(),
                badges(attribute, field),
                samples.shown(field.name()));
    }

    private Set<Badge> badges(Attribute attribute, OrgField field) {
        boolean isMadeFor = FieldTypes.gladly(attribute.kind()).getOrDefault(field.type(), 0.0) == 1;
        EnumSet<Badge> badges = EnumSet.of(isMadeFor ? Badge.TYPE_FITS : Badge.TYPE_HOLDS);
        if (!field.isUpdateable()) {
            badges.add(Badge.NOT_WRITABLE);
        } else if (!tellsRights) {
            badges.add(Badge.RIGHT_UNKNOWN);
        }
        return badges;
    }
}
