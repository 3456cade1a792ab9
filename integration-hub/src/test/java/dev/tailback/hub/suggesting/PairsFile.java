package dev.tailback.hub.suggesting;

import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An object of a CRM, and the field that a person would choose for each attribute; {@code pairs/README.md} says what a
 * file holds.
 */
record PairsFile(
        String name, String half, String family, String entity, OrgObject object, Map<String, List<String>> expected) {

    static List<PairsFile> of(String half) {
        return all().stream().filter(file -> file.half().equals(half)).toList();
    }

    static List<PairsFile> all() {
        try (Stream<Path> files = Files.walk(Path.of(
                Objects.requireNonNull(PairsFile.class.getResource("pairs")).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(PairsFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static PairsFile read(Path file) {
        try {
            Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            Map<String, List<String>> expected = new TreeMap<>();
            ((Map<?, ?>) Objects.requireNonNull(tree.get("expected")))
                    .forEach((attribute, fields) -> expected.put(
                            String.valueOf(attribute),
                            List.of(String.valueOf(fields).split(" or "))));
            return new PairsFile(
                    file.getFileName().toString().replace(".yaml", ""),
                    file.getParent().getFileName().toString(),
                    String.valueOf(tree.get("family")),
                    String.valueOf(tree.get("entity")),
                    object(tree),
                    expected);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OrgObject object(Map<String, Object> tree) {
        List<OrgField> fields =
                String.valueOf(tree.get("fields")).lines().map(PairsFile::field).toList();
        return new OrgObject(
                String.valueOf(tree.get("object")),
                String.valueOf(tree.get("label")),
                true,
                true,
                true,
                fields,
                List.of());
    }

    private static OrgField field(String line) {
        String[] cells = line.split(" \\| ");
        String[] type = cells[1].strip().split(" ", 2);
        String rest = type.length > 1 ? type[1] : "";
        return field(cells[0].strip(), cells.length > 2 ? cells[2].strip() : cells[0].strip(), type[0], rest);
    }

    /** @param rest what goes with the type: choices, what a reference leads to, and what the user may not do */
    static OrgField field(String name, String label, String type, String rest) {
        boolean isCalculated = rest.endsWith("calc");
        boolean isWritable = !isCalculated && !rest.endsWith("readonly");
        boolean isReference = type.equals("reference");
        return new OrgField(
                name,
                label,
                type,
                type.equals("string") ? 255 : 0,
                0,
                0,
                true,
                false,
                isWritable,
                isWritable,
                true,
                false,
                false,
                isCalculated,
                false,
                isReference ? List.of(rest) : List.of(),
                Optional.empty(),
                type.equals("picklist") && !rest.isEmpty() ? List.of(rest.split(",")) : List.of());
    }
}
