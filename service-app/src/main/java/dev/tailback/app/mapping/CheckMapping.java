package dev.tailback.app.mapping;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.check.Finding;
import dev.tailback.mapping.check.MappingCheck;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.schema.MappedSchemaReader;
import dev.tailback.salesforce.schema.SchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/** Judges a mapping by what the connected org describes to the integration user now. */
@Singleton
public class CheckMapping {

    private final MappedSchemaReader mapped;
    private final SchemaReader objects;

    public CheckMapping(SalesforceSession session) {
        this.mapped = new MappedSchemaReader(session);
        this.objects = new SchemaReader(session);
    }

    /** What is found, broken things first. An org that cannot be asked is no org in which all is well. */
    public Reading<List<Finding>> of(Mapping mapping) {
        return mapped.read(mapping).map(schema -> MappingCheck.of(mapping, schema, names(mapping, schema)));
    }

    /** All objects of the org, where one of the mapping's is not there: one of them may have been meant. */
    private List<String> names(Mapping mapping, OrgSchema schema) {
        boolean areAllThere = Arrays.stream(Part.values())
                .allMatch(part -> schema.object(mapping.object(part)).isPresent());
        return areAllThere
                ? List.of()
                : objects.objectNames()
                        .fold(Reading.Found::value, List::of, refused -> List.of(), unavailable -> List.of());
    }
}
