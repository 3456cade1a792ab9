package dev.tailback.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.query.UnusableRow;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Describes objects, live: what they are and what this user may do with them. */
public final class SchemaReader {

    /** An object with 800 fields and long picklists has some megabytes. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int NOT_FOUND = 404;

    private final SalesforceSession session;
    private final SignedCalls calls;

    public SchemaReader(SalesforceSession session) {
        this.session = session;
        this.calls = new SignedCalls(session);
    }

    /**
     * One call for each object. An object that the org does not have, or that this user may not see, is not in it.
     *
     * @throws IllegalArgumentException for what cannot be an API name
     */
    public Reading<OrgSchema> read(Collection<String> objects) {
        Reading<List<OrgObject>> all =
                new Reading.Found<>(List.of(), session.clock().instant());
        for (String object : objects) {
            all = all.flatMap(found -> one(object).map(more -> joined(found.value(), more)));
        }
        return all.map(OrgSchema::new);
    }

    /** All objects that this user may see, by API name. */
    public Reading<List<String>> objectNames() {
        return ask("", answer -> Optional.of(DescribedSchema.names(answer))).map(names -> names.orElseGet(List::of));
    }

    private Reading<Optional<OrgObject>> one(String object) {
        if (!FieldPath.NAME.matcher(object).matches()) {
            throw new IllegalArgumentException("no API name of an object");
        }
        return ask("/" + object + "/describe", answer -> Optional.of(DescribedSchema.object(answer)));
    }

    /** Empty when the org has no such thing. */
    private <T> Reading<Optional<T>> ask(String rest, Function<JsonNode, Optional<T>> read) {
        String path = "/services/data/" + session.configuration().apiVersion() + "/sobjects" + rest;
        Instant asked = session.clock().instant();
        try {
            OrgAnswer answer = calls.get(
                    path, new SignedCalls.Bounds(session.configuration().readTimeout(), MOST_BYTES));
            return answer.status() < 300 ? new Reading.Found<>(told(answer, read), asked) : failed(answer, asked);
        } catch (LoginFailed failure) {
            return failure.kind() == LoginFailed.Kind.REFUSED
                    ? new Reading.Refused<>(failure.code(), failure.getMessage())
                    : new Reading.Unavailable<>(failure.code(), failure.getMessage());
        } catch (UnusableRow unusable) {
            return new Reading.Refused<>(UnusableRow.CODE, unusable.getMessage());
        } catch (CallBroken broken) {
            return new Reading.Unavailable<>(broken.code(), broken.getMessage());
        } catch (RequestUnbuilt ours) {
            return new Reading.Unavailable<>("NOT_SENT", "The question for the schema could not be built.");
        }
    }

    private static <T> Optional<T> told(OrgAnswer answer, Function<JsonNode, Optional<T>> read) {
        return read.apply(answer.json()
                .orElseThrow(() -> new UnusableRow("Salesforce describes an object with something that is no JSON. See "
                        + "who answers in its place.")));
    }

    private static <T> Reading<Optional<T>> failed(OrgAnswer answer, Instant asked) {
        return CallFailure.of(answer.status(), answer.text())
                .fold(
                        refusal -> refusal.status() == NOT_FOUND
                                ? new Reading.Found<>(Optional.empty(), asked)
                                : new Reading.Refused<>(refusal.code(), refusal.reason()),
                        foreign -> new Reading.Unavailable<>(foreign.code(), foreign.reason()),
                        outage -> new Reading.Unavailable<>(outage.code(), outage.reason()));
    }

    private static List<OrgObject> joined(List<OrgObject> some, Optional<OrgObject> more) {
        List<OrgObject> all = new ArrayList<>(some);
        more.ifPresent(all::add);
        return List.copyOf(all);
    }
}
