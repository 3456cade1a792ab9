package dev.tailback.app.suggestions.page;

import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.app.mapping.MappingText;
import dev.tailback.mapping.Condition;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.Part;
import dev.tailback.web.input.TextRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The mapping that a person has chosen on the page, as a file, read as every other file of a mapping is. */
final class ChosenMapping {

    private static final TextRule NAME = TextRule.line(80);
    private static final TextRule API_NAME = TextRule.line(600);
    private static final TextRule VALUES = TextRule.lines(15_000);

    private ChosenMapping() {}

    /**
     * @param inUse its conditions stay where its objects stay; nobody chooses them here
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid} or {@code mapping_unreadable} with every reason
     */
    static MappingText of(FieldsTyped typed, ActiveVersion inUse) {
        Map<Part, String> objects = new EnumMap<>(Part.class);
        Map<Part, List<Condition>> only = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String object = API_NAME.checked("object", typed.objects().object(part));
            objects.put(part, object);
            only.put(part, only(part, object, inUse));
        }
        return MappingText.of(MappingYaml.text(new Mapping(
                NAME.checked("name", typed.beside().name()),
                objects,
                API_NAME.checked("listedAs", typed.beside().listedAs()),
                fields(typed),
                VALUES.checked("fulfilledWhen", typed.beside().fulfilledWhen())
                        .lines()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList(),
                only)));
    }

    private static Map<Idea, String> fields(FieldsTyped typed) {
        Map<Idea, String> fields = new EnumMap<>(Idea.class);
        for (Idea idea : Idea.values()) {
            typed.pick(idea).field(idea).ifPresent(field -> fields.put(idea, API_NAME.checked(idea.path(), field)));
        }
        return fields;
    }

    private static List<Condition> only(Part part, String object, ActiveVersion inUse) {
        boolean isSame = inUse.version() > 0 && inUse.mapping().object(part).equalsIgnoreCase(object);
        return isSame ? inUse.mapping().only(part) : List.of();
    }
}
