package dev.tailback.localorg.metadata;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The metadata files of a project, as a directory holds them or as they were changed since. It never changes itself. */
public final class Source {

    private static final Set<String> OF_OBJECTS = Set.of("object", "field");

    private final List<SourceFile> files;

    private Source(Collection<SourceFile> files) {
        this.files =
                files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
    }

    /**
     * @throws MetadataException when there is no such directory, or no metadata in it
     */
    public static Source of(Path root) {
        Source source = new Source(SourceFile.below(root));
        if (source.files.stream().noneMatch(file -> OF_OBJECTS.contains(file.kind()))) {
            OldFormat.refuse(root);
        }
        if (source.files.isEmpty()) {
            throw new MetadataException(root.toString(), "holds no metadata (no file ends in -meta.xml)");
        }
        return source;
    }

    List<SourceFile> files() {
        return files;
    }

    /** What a file says that describes the same component as the one at this path would. */
    public Optional<String> text(String path) {
        String component = SourceFile.held(path, "").component();
        return files.stream()
                .filter(file -> file.component().equals(component))
                .findFirst()
                .map(SourceFile::read);
    }

    /**
     * The files with some put in place of those that describe the same component, or taken away.
     *
     * @param changes text by path, as below a source directory; empty takes away
     * @throws MetadataException when there is nothing to take away, or a path is none of a source directory
     */
    public Source with(Map<String, Optional<String>> changes) {
        Map<String, SourceFile> next = new LinkedHashMap<>();
        files.forEach(file -> next.put(file.component(), file));
        changes.forEach((path, text) -> {
            SourceFile file = SourceFile.held(path, text.orElse(""));
            if (text.isPresent()) {
                next.merge(file.component(), file, Source::inPlaceOf);
            } else {
                takeAway(file, next);
            }
        });
        return new Source(next.values());
    }

    /** The new file lies where the old one lay, so that fields and rules keep their order. */
    private static SourceFile inPlaceOf(SourceFile old, SourceFile now) {
        return new SourceFile(old.name(), old.path(), now.text());
    }

    /**
     * The files after a field got another name, in all files that mention it.
     *
     * @param formulas gives a formula of an object (first argument) its new text
     */
    public Source renamed(String object, String from, String to, BinaryOperator<String> formulas) {
        RenameField rename = new RenameField(object, from, to, formulas);
        return new Source(files.stream().map(rename::in).toList());
    }

    private static void takeAway(SourceFile file, Map<String, SourceFile> next) {
        if (next.remove(file.component()) == null) {
            throw file.broken("there is nothing of that name to take away");
        }
        if (file.kind().equals("object")) {
            next.values()
                    .removeIf(other ->
                            other.isBelowAnObject() && other.objectName().equalsIgnoreCase(file.objectName()));
        }
        if (file.kind().equals("object") || file.kind().equals("field")) {
            String gone =
                    file.kind().equals("object") ? file.objectName() : file.objectName() + "." + file.componentName();
            next.replaceAll((component, other) -> other.kind().equals("permissionset") ? without(other, gone) : other);
        }
    }

    /** Rights on what is gone go with it, as in an org. */
    private static SourceFile without(SourceFile permissions, String gone) {
        String mention = gone.toLowerCase(Locale.ROOT);
        return RewriteXml.of(permissions).without(element -> {
            String named =
                    element.text("field").or(() -> element.text("object")).orElse("");
            String lower = named.toLowerCase(Locale.ROOT);
            return lower.equals(mention) || lower.startsWith(mention + ".");
        });
    }
}
