package dev.tailback.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a mapping from its file. What the file may hold is also said by {@code mapping.schema.json} for editors. */
public final class MappingYaml {

    /** The largest file, in letters; the shipped one has some 1,500. */
    public static final int LARGEST = 64 * 1024;

    private static final int DEEPEST = 10;

    private static final String SHIPPED_TEXT = resource("shipped.yaml");

    private static final Mapping SHIPPED = readShipped();

    private MappingYaml() {}

    /** @throws MappingInvalid with every reason, if it is no mapping */
    public static Mapping read(String text) throws MappingInvalid {
        return new MappingTree(map(text)).read();
    }

    /**
     * The same for an org that may hold no usage yet: a file without the part usage gets Tailback's own names for it,
     * under which it can be made.
     *
     * @throws MappingInvalid with every reason, if it is no mapping
     */
    public static Mapping readForNewUsage(String text) throws MappingInvalid {
        return new MappingTree(NewUsage.in(map(text))).read();
    }

    /** The one sentence under this key; of a text that is written otherwise, its first line. */
    static String sentence(String text, String key) {
        try {
            return parse(text) instanceof Map<?, ?> map
                    ? Shown.sentence(Objects.requireNonNullElse(map.get(key), ""))
                    : Shown.line(text);
        } catch (MappingInvalid otherwise) {
            return Shown.line(text);
        }
    }

    /** The file of a mapping, without comments; {@link #read} reads the same mapping from it. */
    public static String text(Mapping mapping) {
        return MappingText.of(mapping);
    }

    private static Map<?, ?> map(String text) throws MappingInvalid {
        if (parse(text) instanceof Map<?, ?> map) {
            return map;
        }
        throw new MappingInvalid(List.of("The file holds no mapping: it begins with 'mapping: 1', "
                + "'name:' and the parts contract, contractProduct and usage."));
    }

    /** The mapping as a file that reads as the same one, without anybody's comments. */
    public static String write(Mapping mapping) {
        return new Yaml(new DumperOptions()).dumpAsMap(WrittenMapping.of(mapping));
    }

    static Mapping shipped() {
        return SHIPPED;
    }

    /** {@link Mapping#tailback} as a file, with its comments. */
    public static String shippedText() {
        return SHIPPED_TEXT;
    }

    /** The JSON Schema of such a file, by which editors complete it and mark what is wrong. */
    public static String schema() {
        return resource("mapping.schema.json");
    }

    private static Object parse(String text) throws MappingInvalid {
        if (text.length() > LARGEST) {
            throw new MappingInvalid(
                    List.of("The file has " + text.length() + " letters; a mapping has " + LARGEST + " at most."));
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (MarkedYAMLException wrong) {
            throw new MappingInvalid(List.of("The file is no YAML: " + said(wrong) + "."));
        } catch (YAMLException | IllegalArgumentException wrong) {
            throw new MappingInvalid(List.of("The file is no YAML that a mapping can have: "
                    + Shown.line(String.valueOf(wrong.getMessage())) + "."));
        }
    }

    private static String said(MarkedYAMLException wrong) {
        String problem = Shown.line(Objects.requireNonNullElse(wrong.getProblem(), "it cannot be read"));
        return wrong.getProblemMark() == null
                ? problem
                : problem + ", line " + (wrong.getProblemMark().getLine() + 1) + ", column "
                        + (wrong.getProblemMark().getColumn() + 1);
    }

    private static Mapping readShipped() {
        try {
            return read(SHIPPED_TEXT);
        } catch (MappingInvalid ours) {
            throw new IllegalStateException("the shipped mapping is none", ours);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(
                MappingYaml.class.getResourceAsStream(name), () -> name + " is not in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
