package dev.tailback.verification.foreign;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.generator.Generator;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.program.CannotStart;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.schema.SchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A local org as its integration user sees it. */
final class DescribedOrg {
    private final SchemaReader reader;

    DescribedOrg(URI org) {
        SalesforceConfiguration configuration =
                SalesforceConfiguration.of(org.toString(), "tailback", "local-org", "62.0");
        this.reader = new SchemaReader(new SalesforceSession(configuration, Clock.systemUTC()));
    }

    /** Every object that the mapping leads to; one may lead to the next. */
    OrgSchema allOf(Mapping mapping) {
        OrgSchema known = new OrgSchema(List.of());
        Set<String> asked = Set.of();
        Set<String> needed = Generator.needs(mapping, known);
        while (!needed.equals(asked)) {
            known = described(needed);
            asked = needed;
            needed = Generator.needs(mapping, known);
        }
        return known;
    }

    private OrgSchema described(Set<String> objects) {
        return reader.read(objects)
                .fold(
                        Reading.Found::value,
                        () -> {
                            throw CannotStart.notAvailable("The org describes nothing.");
                        },
                        refused -> {
                            throw CannotStart.notAvailable("The org does not describe itself: " + refused.reason());
                        },
                        unavailable -> {
                            throw CannotStart.notAvailable("The org does not describe itself: " + unavailable.reason());
                        });
    }
}
