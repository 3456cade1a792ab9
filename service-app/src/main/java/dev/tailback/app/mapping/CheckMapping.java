package dev.tailback.app.mapping;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.check.Finding;
import dev.tailback.mapping.check.MappingCheck;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.schema.MappedSchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import jakarta.inject.Singleton;
import java.util.List;

/** Judges a mapping by what the connected org describes to the integration user now. */
@Singleton
public class CheckMapping {

    private final MappedSchemaReader mapped;

    public CheckMapping(SalesforceSession session) {
        this.mapped = new MappedSchemaReader(session);
    }

    /** What is found, broken things first. An org that cannot be asked is no org in which all is well. */
    public Reading<List<Finding>> of(Mapping mapping) {
        return mapped.read(mapping)
                .map(schema -> MappingCheck.of(mapping, schema, mapped.namesForMissing(mapping, schema)));
    }
}
