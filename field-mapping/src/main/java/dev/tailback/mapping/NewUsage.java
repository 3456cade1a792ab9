package dev.tailback.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The part usage of an org that holds no usage yet: Tailback's own names, with a way to the org's line. */
final class NewUsage {

    private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final int LONGEST = 40;

    private NewUsage() {}

    /** The file with that part, unless it has one. */
    static Map<?, ?> in(Map<?, ?> file) {
        if (file.containsKey(Part.USAGE.key())) {
            return file;
        }
        Map<Object, Object> whole = new LinkedHashMap<>(file);
        whole.put(Part.USAGE.key(), part(line(file)));
        return whole;
    }

    private static String line(Map<?, ?> file) {
        return file.get(Part.CONTRACT_PRODUCT.key()) instanceof Map<?, ?> line
                ? String.valueOf(line.get("object"))
                : "";
    }

    private static Map<String, Object> part(String line) {
        Mapping shipped = MappingYaml.shipped();
        Map<String, String> fields = new LinkedHashMap<>();
        Idea.of(Part.USAGE).forEach(idea -> shipped.find(idea).ifPresent(field -> fields.put(idea.key(), field)));
        fields.put(Idea.CONTRACT_PRODUCT.key(), reference(line));
        return Map.of("object", shipped.object(Part.USAGE), "fields", fields);
    }

    /** Order_Item__c for OrderItem, Subscription__c for SBQQ__Subscription__c. */
    static String reference(String object) {
        String[] parts = object.split("__");
        String own = parts.length > 2 ? parts[1] : parts[0];
        String words = WORD_BEGINS.matcher(own).replaceAll("_");
        String shortened = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return shortened.isEmpty() ? "Line__c" : shortened.replaceAll("_+$", "") + "__c";
    }
}
