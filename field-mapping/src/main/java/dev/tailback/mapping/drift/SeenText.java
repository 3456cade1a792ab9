package dev.tailback.mapping.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Writes down what was seen of an org, as YAML that people can compare line by line, and reads it again. */
public final class SeenText {

    /** The form in which this release writes. */
    private static final int FORM = 1;

    /** Three objects with thousands of names and long picklists. */
    private static final int LARGEST = 8 * 1024 * 1024;

    private SeenText() {}

    public static String write(SeenSchema seen) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("seen", FORM);
        file.put("objects", seen.objects().stream().map(SeenTree::of).toList());
        return new Yaml(new DumperOptions()).dumpAsMap(file);
    }

    /** @throws IllegalArgumentException for what this release has not written and cannot read */
    public static SeenSchema read(String text) {
        Object tree = new Yaml(new SafeConstructor(bounded())).load(text);
        if (tree instanceof Map<?, ?> file
                && Integer.valueOf(FORM).equals(file.get("seen"))
                && file.get("objects") instanceof List<?> objects) {
            return new SeenSchema(objects.stream()
                    .map(object -> new SeenTree(object).object())
                    .toList());
        }
        throw new IllegalArgumentException("what was seen of the org is written in another form than " + FORM);
    }

    private static LoaderOptions bounded() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        return options;
    }
}
