package dev.tailback.localorg.change;

import dev.tailback.localorg.formula.RenameInFormula;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.MetadataException;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SchemaLoader;
import dev.tailback.localorg.metadata.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata an org executes: a source directory, and what was changed since.
 *
 * @param steps what was changed, in order
 * @param keyPrefixes what ids begin with, by the object's name, of all objects there ever were
 */
public record OrgSource(Source source, List<Step> steps, Map<String, String> keyPrefixes) {

    /**
     * One change: files by path (empty takes away), or a field that gets another name.
     *
     * @param renamed empty for a change of files
     */
    public record Step(Map<String, Optional<String>> files, Optional<Renamed> renamed) {}

    /** A field that got another name. */
    public record Renamed(String object, String from, String to) {}

    /**
     * @throws MetadataException when there is no such directory, or no metadata in it
     */
    public static OrgSource of(Path root) {
        return new OrgSource(Source.of(root), List.of(), Map.of());
    }

    public Schema schema() {
        return new SchemaLoader(source, keyPrefixes).load();
    }

    /** Remembers the prefixes of a schema that was loaded from it. */
    public OrgSource with(Schema schema) {
        Map<String, String> all = new HashMap<>(keyPrefixes);
        schema.objects().forEach(type -> all.put(type.name(), type.keyPrefix()));
        return new OrgSource(source, steps, all);
    }

    /**
     * @param schema of this source
     * @throws MetadataException when the step makes no sense
     */
    public OrgSource after(Step step, Schema schema) {
        Source changed = source.with(step.files());
        if (step.renamed().isPresent()) {
            changed = renamed(changed, step.renamed().get(), schema);
        }
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new OrgSource(changed, List.copyOf(all), keyPrefixes);
    }

    private static Source renamed(Source source, Renamed renamed, Schema schema) {
        String path = renamed.object() + "." + renamed.from();
        Field field = schema.object(renamed.object())
                .flatMap(type -> type.field(renamed.from()))
                .orElseThrow(() -> new MetadataException(path, "there is no such field to rename"));
        if (!field.isCustom()) {
            throw new MetadataException(path, "a standard field keeps its name");
        }
        if (!renamed.to().matches("[A-Za-z](_?[A-Za-z0-9])*__c")) {
            throw new MetadataException(path, "cannot be called " + renamed.to() + "; a name looks like Pieces__c");
        }
        if (schema.known(renamed.object()).field(renamed.to()).isPresent()
                && !renamed.to().equalsIgnoreCase(renamed.from())) {
            throw new MetadataException(path, "cannot be called " + renamed.to() + ": there is such a field already");
        }
        return source.renamed(
                field.object(), field.name(), renamed.to(), new RenameInFormula(schema, field, renamed.to())::in);
    }
}
