package dev.tailback.verification.foreign;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.program.CannotStart;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.schema.MappedSchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import java.net.URI;
import java.time.Clock;

/** A local org as its integration user sees it. */
final class DescribedOrg {
    private final MappedSchemaReader reader;

    DescribedOrg(URI org) {
        SalesforceConfiguration configuration =
                SalesforceConfiguration.of(org.toString(), "tailback", "local-org", "62.0");
        this.reader = new MappedSchemaReader(new SalesforceSession(configuration, Clock.systemUTC()));
    }

    /** Every object that the mapping leads to. */
    OrgSchema allOf(Mapping mapping) {
        return reader.read(mapping)
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
