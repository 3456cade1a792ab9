package dev.tailback.crm.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The object that the kit plays with. Its records are the kit's; those of other people stay as they are.
 *
 * @param object its name
 * @param nameField text of 40 letters or more, which the kit marks its records with
 * @param textField another text of 20 letters or more, which may be empty
 * @param keyField unique text, where the object has one
 * @param required further fields that a new record must have, with values
 * @param refused a field, and a value of it that the CRM refuses
 */
public record Playground(
        String object,
        String nameField,
        String textField,
        Optional<String> keyField,
        Map<String, String> required,
        Optional<Map.Entry<String, String>> refused) {

    public Playground {
        required = Map.copyOf(required);
    }

    /** A new record that the CRM takes. */
    Map<String, String> values(String name, String text) {
        Map<String, String> values = new HashMap<>(required);
        values.put(nameField, name);
        values.put(textField, text);
        return values;
    }
}
