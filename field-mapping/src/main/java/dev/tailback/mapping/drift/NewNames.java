package dev.tailback.mapping.drift;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.mapping.suggestion.Asked;
import dev.tailback.mapping.suggestion.Candidate;
import dev.tailback.mapping.suggestion.FieldSuggestions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the suggestions would choose for an idea, if only the new fields were there. */
final class NewNames {

    private NewNames() {}

    static Optional<OrgField> of(Mapping mapping, OrgSchema now, Idea idea, List<OrgField> fresh) {
        Map<Idea, String> kept = new EnumMap<>(mapping.fields());
        kept.remove(idea);
        return asked(mapping, now, idea, fresh, kept)
                .flatMap(asked -> FieldSuggestions.of(asked).stream()
                        .filter(suggestion -> suggestion.idea() == idea)
                        .flatMap(suggestion -> suggestion.candidates().stream())
                        .findFirst()
                        .map(Candidate::field));
    }

    private static Optional<Asked> asked(
            Mapping mapping, OrgSchema now, Idea idea, List<OrgField> fresh, Map<Idea, String> kept) {
        Optional<OrgObject> contract = object(mapping, now, Part.CONTRACT, idea, fresh);
        Optional<OrgObject> line = object(mapping, now, Part.CONTRACT_PRODUCT, idea, fresh);
        Optional<OrgObject> usage = object(mapping, now, Part.USAGE, idea, fresh);
        return contract.flatMap(one -> line.map(other -> new Asked(one, other, usage, kept)));
    }

    private static Optional<OrgObject> object(
            Mapping mapping, OrgSchema now, Part part, Idea idea, List<OrgField> fresh) {
        return now.object(mapping.object(part)).map(object -> part == idea.part() ? only(object, fresh) : object);
    }

    private static OrgObject only(OrgObject object, List<OrgField> fields) {
        return new OrgObject(
                object.name(),
                object.label(),
                object.isQueryable(),
                object.isCreateable(),
                object.isUpdateable(),
                fields,
                object.children());
    }
}
