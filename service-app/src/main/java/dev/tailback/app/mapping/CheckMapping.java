package dev.tailback.app.mapping;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.check.Finding;
import dev.tailback.mapping.check.MappingCheck;
import dev.tailback.mapping.check.NeededObjects;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.schema.SchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Judges a mapping by what the connected org describes to the integration user now. */
@Singleton
public class CheckMapping {

    /** Each is one call; a mapping of use leads over five or six. */
    private static final int MOST_OBJECTS = 50;

    private final SchemaReader schemas;
    private final Clock clock;

    CheckMapping(SalesforceSession session, Clock clock) {
        this.schemas = new SchemaReader(session);
        this.clock = clock;
    }

    /** What is found, broken things first. An org that cannot be asked is no org in which all is well. */
    public Reading<List<Finding>> of(Mapping mapping) {
        return describe(mapping, new OrgSchema(List.of()), new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                .flatMap(schema ->
                        names(mapping, schema.value()).map(names -> MappingCheck.of(mapping, schema.value(), names)));
    }

    /** Where a path leads is known only once the object before is described. */
    private Reading<OrgSchema> describe(Mapping mapping, OrgSchema described, Set<String> asked) {
        Set<String> needed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        needed.addAll(NeededObjects.of(mapping, described));
        needed.removeAll(asked);
        if (needed.isEmpty()) {
            return new Reading.Found<>(described, clock.instant());
        }
        if (asked.size() + needed.size() > MOST_OBJECTS) {
            return new Reading.Refused<>(
                    "TOO_MANY_OBJECTS",
                    "The mapping leads over more than " + MOST_OBJECTS + " objects. Leave out conditions.");
        }
        asked.addAll(needed);
        return schemas.read(needed).flatMap(more -> describe(mapping, joined(described, more.value()), asked));
    }

    private static OrgSchema joined(OrgSchema some, OrgSchema more) {
        return new OrgSchema(
                Stream.concat(some.objects().stream(), more.objects().stream()).toList());
    }

    /** All objects of the org, where one of the mapping's is not there: one of them may have been meant. */
    private Reading<List<String>> names(Mapping mapping, OrgSchema schema) {
        boolean areAllThere = Arrays.stream(Part.values())
                .allMatch(part -> schema.object(mapping.object(part)).isPresent());
        return areAllThere ? new Reading.Found<>(List.of(), clock.instant()) : schemas.objectNames();
    }
}
