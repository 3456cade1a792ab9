package dev.tailback.crm.declared;

import java.util.HashMap;
import java.util.Map;

/** Fills what stands in braces in a path or a parameter. */
final class Blanks {

    private Blanks() {}

    /** Each value encoded as one part of a path. */
    static String path(String path, Map<String, String> values) {
        Map<String, String> encoded = new HashMap<>();
        values.forEach((name, value) -> encoded.put(name, DeclaredCalls.encoded(value)));
        return filled(path, encoded);
    }

    static Map<String, String> filled(Map<String, String> query, Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        query.forEach((name, text) -> all.put(filled(name, values), filled(text, values)));
        return all;
    }

    /** In one pass, so that braces in a value stay what they are. */
    private static String filled(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(text, at, open).append(values.getOrDefault(text.substring(open + 1, close), ""));
            at = close + 1;
        }
        return filled.append(text.substring(at)).toString();
    }
}
