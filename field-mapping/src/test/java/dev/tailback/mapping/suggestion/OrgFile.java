package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One shape of an org with what a person would choose; {@code orgs/README.md} says what a file holds. */
record OrgFile(
        String name, String half, String family, Map<Part, OrgObject> objects, Map<Idea, List<String>> expected) {

    private static final String SYSTEM = """
            Id | id
            OwnerId | reference User
            IsDeleted | boolean calc | Deleted
            CreatedDate | datetime calc
            CreatedById | reference User
            LastModifiedDate | datetime calc
            LastModifiedById | reference User
            SystemModstamp | datetime calc
            LastViewedDate | datetime calc
            """;

    static List<OrgFile> of(String half) {
        return all().stream().filter(org -> org.half().equals(half)).toList();
    }

    static List<OrgFile> all() {
        try (Stream<Path> files = Files.walk(Path.of(
                Objects.requireNonNull(OrgFile.class.getResource("orgs")).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(OrgFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    Asked asked() {
        return new Asked(
                Objects.requireNonNull(objects.get(Part.CONTRACT)),
                Objects.requireNonNull(objects.get(Part.CONTRACT_PRODUCT)),
                Optional.ofNullable(objects.get(Part.USAGE)),
                Map.of());
    }

    private static OrgFile read(Path file) {
        try {
            Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            Map<Part, OrgObject> objects = new EnumMap<>(Part.class);
            Map<Idea, List<String>> expected = new EnumMap<>(Idea.class);
            for (Part part : Part.values()) {
                Map<?, ?> branch = (Map<?, ?>) Objects.requireNonNull(tree.get(part.key()));
                objects.put(part, object(branch));
                ((Map<?, ?>) Objects.requireNonNull(branch.get("expected")))
                        .forEach((key, paths) -> expected.put(
                                Idea.of(part, String.valueOf(key)).orElseThrow(),
                                List.of(String.valueOf(paths).split(" or "))));
            }
            String name = file.getFileName().toString().replace(".yaml", "");
            String half = file.getParent().getFileName().toString();
            return new OrgFile(name, half, String.valueOf(tree.get("family")), joined(objects), expected);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OrgObject object(Map<?, ?> branch) {
        return new OrgObject(
                String.valueOf(branch.get("object")),
                String.valueOf(branch.get("label")),
                true,
                true,
                true,
                (SYSTEM + branch.get("fields")).lines().map(OrgFile::field).toList(),
                List.of());
    }

    /** Says in each object which of the others point to it. */
    private static Map<Part, OrgObject> joined(Map<Part, OrgObject> objects) {
        Map<Part, OrgObject> joined = new EnumMap<>(Part.class);
        objects.forEach((part, object) -> joined.put(
                part,
                new OrgObject(
                        object.name(),
                        object.label(),
                        true,
                        true,
                        true,
                        object.fields(),
                        objects.values().stream()
                                .flatMap(child -> children(child, object.name()))
                                .toList())));
        return joined;
    }

    private static Stream<OrgObject.ChildRelationship> children(OrgObject child, String parent) {
        return child.fields().stream()
                .filter(field -> field.referenceTo().contains(parent))
                .map(field -> new OrgObject.ChildRelationship(
                        Optional.of(child.name().replace("__c", "") + "s__r"), child.name(), field.name()));
    }

    private static OrgField field(String line) {
        String[] cells = line.split(" \\| ");
        String name = cells[0].strip();
        List<String> words = new ArrayList<>(Arrays.asList(cells[1].strip().split(" ", 2)));
        String type = words.get(0);
        String rest = words.size() > 1 ? words.get(1) : "";
        boolean isCalculated = rest.endsWith("calc");
        boolean isAuto = rest.endsWith("auto");
        boolean isKey = rest.endsWith("ext");
        boolean isWritable = !isCalculated && !isAuto && !rest.endsWith("readonly");
        String stripped = rest.replaceFirst(" ?(calc|auto|ext|readonly)$", "");
        boolean isReference = type.equals("reference");
        return new OrgField(
                name,
                cells.length > 2 ? cells[2].strip() : label(name),
                type,
                type.equals("string") ? 80 : 0,
                0,
                0,
                true,
                false,
                isWritable,
                isWritable,
                true,
                isKey,
                isKey,
                isCalculated,
                false,
                isReference ? List.of(stripped) : List.of(),
                isReference ? Optional.of(FieldPath.relationship(name)) : Optional.empty(),
                type.equals("picklist") ? List.of(stripped.split(",")) : List.of());
    }

    private static String label(String name) {
        String[] parts = name.split("__");
        String own = parts.length == 3 ? parts[1] : parts[0];
        return own.replace('_', ' ').replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").replaceFirst(" Id$", " ID");
    }
}
