package dev.tailback.salesforce.schema;

import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.check.NeededObjects;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.session.SalesforceSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Describes all objects that a mapping names or passes, live. What a relationship leads to is known only once its object
 * is described, so it asks in rounds; each object is described once.
 */
public final class MappedSchemaReader {

    /** Each is one call; a mapping of use leads over five or six. */
    private static final int MOST_OBJECTS = 50;

    private final SchemaReader reader;
    private final SalesforceSession session;

    public MappedSchemaReader(SalesforceSession session) {
        this.reader = new SchemaReader(session);
        this.session = session;
    }

    /**
     * An object that the org does not have, or that our user may not see, is not in it. Refused where the mapping leads
     * over more objects than a person can have meant.
     */
    public Reading<OrgSchema> read(Mapping mapping) {
        return read(mapping, reader::read);
    }

    /** The same, where what has not changed since this reader described it is not described again. */
    public Reading<OrgSchema> readChanged(Mapping mapping) {
        return read(mapping, reader::readChanged);
    }

    /**
     * All objects that this user may see, where one of the mapping's is not among the described: one of them may have been
     * meant. Empty where all are there, and where the org cannot be asked.
     */
    public List<String> namesForMissing(Mapping mapping, OrgSchema described) {
        boolean areAllThere = Arrays.stream(Part.values())
                .allMatch(part -> described.object(mapping.object(part)).isPresent());
        return areAllThere
                ? List.of()
                : reader.objectNames()
                        .fold(Reading.Found::value, List::of, refused -> List.of(), unavailable -> List.of());
    }

    private Reading<OrgSchema> read(Mapping mapping, Function<List<String>, Reading<OrgSchema>> describe) {
        Set<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Reading<OrgSchema> all =
                new Reading.Found<>(new OrgSchema(List.of()), session.clock().instant());
        for (int round = 0; round < FieldPath.MOST_STEPS; round++) {
            all = all.flatMap(known -> more(mapping, known, asked, describe));
        }
        return all;
    }

    private static Reading<OrgSchema> more(
            Mapping mapping,
            Reading.Found<OrgSchema> known,
            Set<String> asked,
            Function<List<String>, Reading<OrgSchema>> describe) {
        List<String> needed = NeededObjects.of(mapping, known.value()).stream()
                .filter(object -> !asked.contains(object))
                .toList();
        asked.addAll(needed);
        if (asked.size() > MOST_OBJECTS) {
            return new Reading.Refused<>(
                    "TOO_MANY_OBJECTS",
                    "The mapping leads over more than " + MOST_OBJECTS + " objects. Leave out conditions.");
        }
        return needed.isEmpty() ? known : describe.apply(needed).map(described -> joined(known.value(), described));
    }

    private static OrgSchema joined(OrgSchema some, OrgSchema more) {
        List<OrgObject> all = new ArrayList<>(some.objects());
        all.addAll(more.objects());
        return new OrgSchema(all);
    }
}
