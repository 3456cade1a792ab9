package dev.tailback.app.suggestions;

import dev.tailback.app.salesforce.SalesforceProblem;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.schema.SchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Objects of the connected org, live, or the problem that tells why there are none. */
@Singleton
class DescribedObjects {

    private static final String OBJECTS = "its objects";
    private static final int RETRY_AFTER_SECONDS = 10;

    private final SchemaReader schemas;

    DescribedObjects(SalesforceSession session) {
        this.schemas = new SchemaReader(session);
    }

    List<String> names() {
        return required(schemas.objectNames(), OBJECTS, () -> unknown(OBJECTS));
    }

    OrgSchema all(Collection<String> names) {
        return required(schemas.read(names), OBJECTS, () -> unknown(OBJECTS));
    }

    OrgObject one(String name) {
        return all(List.of(name)).object(name).orElseThrow(() -> unknown(name));
    }

    /**
     * What was read.
     *
     * @param what was asked for
     * @throws Problem the one for what is not there, 502 {@code salesforce_refused} or 503 {@code salesforce_unavailable}
     */
    static <T> T required(Reading<T> reading, String what, Supplier<Problem> absent) {
        return reading.fold(
                Reading.Found::value,
                () -> {
                    throw absent.get();
                },
                refused -> {
                    throw SalesforceProblem.refused(what, refused.code(), refused.reason());
                },
                unavailable -> {
                    throw SalesforceProblem.unavailable(
                            unavailable.code(),
                            unavailable.reason(),
                            "Nothing can be suggested or tried until it can.",
                            RETRY_AFTER_SECONDS);
                });
    }

    private static Problem unknown(String name) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown_object",
                "Salesforce has no object " + name + " that the integration user may see. Use the API name that "
                        + "Salesforce's setup shows, and let the permission set read the object.");
    }
}
