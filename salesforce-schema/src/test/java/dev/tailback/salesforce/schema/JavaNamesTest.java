package dev.tailback.salesforce.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.salesforce.contract.ContractFields;
import dev.tailback.salesforce.contract.ContractProductFields;
import dev.tailback.salesforce.usage.UsageFields;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names in Java are the names in the metadata: fields, child relationships and picklist values. */
class JavaNamesTest {

    private final Model model = new Model(SchemaTree.read(Path.of("")));

    @Test
    void every_name_in_java_is_in_the_metadata() {
        for (Class<?> names : List.of(ContractFields.class, ContractProductFields.class, UsageFields.class)) {
            assertEquals(List.of(), unknown(names), names.getSimpleName());
        }
    }

    @Test
    void a_name_that_the_metadata_does_not_have_is_found() {
        assertEquals(List.of("Fulfilment_Status__c", "Done", "Lines__r"), unknown(WrongNames.class));
    }

    static final class WrongNames {
        public static final String OBJECT = "Contract";
        public static final String NUMBER = "ContractNumber";
        public static final String STATUS = "Fulfilment_Status__c";
        public static final String DONE = "Done";
        public static final String LINES = "Lines__r";
    }

    private List<String> unknown(Class<?> names) {
        String object = constants(names).get(0);
        List<String> unknown = new ArrayList<>();
        for (String name : constants(names)) {
            if (!name.equals(object) && !known(object, name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private boolean known(String object, String name) {
        if (name.contains(".")) {
            String relationship = name.substring(0, name.indexOf('.'));
            return model.parent(object, relationship)
                    .filter(parent -> known(parent, name.substring(name.indexOf('.') + 1)))
                    .isPresent();
        }
        return model.hasField(object, name) || model.child(object, name).isPresent() || isValue(object, name);
    }

    private boolean isValue(String object, String name) {
        return model.customFields()
                .filter(field -> field.object().equals(object))
                .anyMatch(field -> field.texts("valueSet", "valueSetDefinition", "value", "fullName")
                        .contains(name));
    }

    /** In the order they are written, the object first. */
    private static List<String> constants(Class<?> names) {
        return Arrays.stream(names.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(JavaNamesTest::value)
                .toList();
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
