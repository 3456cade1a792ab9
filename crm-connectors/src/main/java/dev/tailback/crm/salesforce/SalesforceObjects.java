package dev.tailback.crm.salesforce;

import dev.tailback.mapping.FieldPath;
import java.time.Duration;
import java.util.List;

/**
 * What a connection reads and writes.
 *
 * @param objects API names
 * @param overlap how long after its time a change may become visible: a transaction's records carry the time at which
 *     they were saved, and are seen when it commits, up to 10 minutes later
 */
public record SalesforceObjects(List<String> objects, Duration overlap) {

    /** As long as Salesforce lets one request take. */
    public static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    public SalesforceObjects {
        objects = List.copyOf(objects);
        objects.stream()
                .filter(name -> !FieldPath.NAME.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("'" + name + "' is no API name of an object");
                });
    }

    public static SalesforceObjects of(List<String> objects) {
        return new SalesforceObjects(objects, LONGEST_TRANSACTION);
    }
}
