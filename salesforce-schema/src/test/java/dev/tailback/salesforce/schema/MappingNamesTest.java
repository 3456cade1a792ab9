package dev.tailback.salesforce.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names in the shipped mapping are the names in the metadata: fields, child relationships and picklist values. */
class MappingNamesTest {

    private final Model model = new Model(SchemaTree.read(Path.of("")));

    @Test
    void every_name_of_the_shipped_mapping_is_in_the_metadata() {
        assertEquals(List.of(), unknown(Mapping.tailback()));
    }

    @Test
    void a_name_that_the_metadata_does_not_have_is_found() {
        Mapping shipped = Mapping.tailback();
        Map<Idea, String> fields = new EnumMap<>(shipped.fields());
        fields.put(Idea.FULFILLED_ON, "Fulfiled_On__c");
        fields.put(Idea.CUSTOMER_NAME, "Acount.Name");
        Mapping wrong =
                new Mapping(shipped.name(), shipped.objects(), "Lines__r", fields, List.of("Done"), shipped.only());

        assertEquals(List.of("Acount.Name", "Fulfiled_On__c", "Lines__r", "Done"), unknown(wrong));
    }

    private List<String> unknown(Mapping mapping) {
        List<String> unknown = new ArrayList<>();
        for (Idea idea : Idea.values()) {
            mapping.find(idea)
                    .filter(path -> !known(mapping.object(idea.part()), path))
                    .ifPresent(unknown::add);
        }
        if (model.child(mapping.object(Part.CONTRACT), mapping.listedAs()).isEmpty()) {
            unknown.add(mapping.listedAs());
        }
        mapping.fulfilledWhen().stream()
                .filter(value -> !isValue(mapping.object(Part.CONTRACT), mapping.field(Idea.FULFILLED), value))
                .forEach(unknown::add);
        return unknown;
    }

    private boolean known(String object, String path) {
        if (path.contains(".")) {
            String relationship = path.substring(0, path.indexOf('.'));
            return model.parent(object, relationship)
                    .filter(parent -> known(parent, path.substring(path.indexOf('.') + 1)))
                    .isPresent();
        }
        return model.hasField(object, path);
    }

    private boolean isValue(String object, String name, String value) {
        return model.customFields()
                .filter(field -> field.object().equals(object) && field.name().equals(name))
                .anyMatch(field -> field.texts("valueSet", "valueSetDefinition", "value", "fullName")
                        .contains(value));
    }
}
