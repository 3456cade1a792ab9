package dev.tailback.crm.salesforce;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.call.SchemaStamp;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.org.OrgIdentity;
import dev.tailback.salesforce.org.OrgReader;
import dev.tailback.salesforce.schema.SchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The objects of a connection: what they are, and what our user may do with them. */
final class OrgObjects {

    /** A write needs the types of its fields; a change of type is rare, and its refusal makes us look again. */
    private static final Duration TYPES_KEPT = Duration.ofMinutes(10);

    private final SalesforceSession session;
    private final OrgCalls calls;
    private final List<String> names;
    private final SchemaReader reader;
    private final OrgReader org;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile Optional<String> user = Optional.empty();

    private record Kept(OrgObject object, Instant since) {}

    OrgObjects(SalesforceSession session, OrgCalls calls, List<String> names) {
        this.session = session;
        this.calls = calls;
        this.names = names;
        this.reader = new SchemaReader(session);
        this.org = new OrgReader(session);
    }

    Answer<Described> described() {
        return schema().map(schema -> new Described(schema, SchemaStamp.of(schema)));
    }

    private Answer<OrgSchema> schema() {
        return asked(() -> reader.read(names)).map(schema -> {
            schema.objects().forEach(this::keep);
            return schema;
        });
    }

    Answer<Identity> identity() {
        return asked(org::identity).flatMap(who -> schema().map(schema -> identity(who, schema)));
    }

    /** The id of our user; asked once. */
    Answer<String> user() {
        return user.<Answer<String>>map(Answer.Given::new)
                .orElseGet(() -> asked(org::identity).map(who -> {
                    user = Optional.of(who.userId());
                    return who.userId();
                }));
    }

    private Identity identity(OrgIdentity who, OrgSchema schema) {
        String user = who.username().orElse(who.userId());
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            schema.object(name)
                    .ifPresentOrElse(
                            object -> missing.addAll(missing(user, object)),
                            () -> missing.add(right(user, "does not see the object " + name, "Read")));
        }
        String account = who.organization()
                .map(OrgIdentity.Organization::name)
                .filter(name -> !name.isBlank())
                .orElse(who.organizationId());
        return new Identity(account, user, missing);
    }

    private static List<String> missing(String user, OrgObject object) {
        List<String> missing = new ArrayList<>();
        if (!object.isCreateable()) {
            missing.add(right(user, "may not create records of " + object.name(), "Create"));
        }
        if (!object.isUpdateable()) {
            missing.add(right(user, "may not change records of " + object.name(), "Edit"));
        }
        return missing;
    }

    private static String right(String user, String lacks, String right) {
        return "The user " + user + " " + lacks + ": give its permission set the right " + right + ".";
    }

    /** One object with the types of its fields, perhaps as they were some minutes ago. */
    Answer<OrgObject> object(String name) {
        Optional<Kept> known = Optional.ofNullable(kept.get(name));
        if (known.isPresent() && known.get().since().plus(TYPES_KEPT).isAfter(now())) {
            return new Answer.Given<>(known.get().object());
        }
        return asked(() -> reader.read(List.of(name)))
                .flatMap(schema -> schema.object(name)
                        .<Answer<OrgObject>>map(object -> {
                            keep(object);
                            return new Answer.Given<>(object);
                        })
                        .orElseGet(() -> new Answer.Refused<>(
                                "INVALID_TYPE",
                                "Salesforce has no object " + name
                                        + " that our user may see: check its name and the rights.")));
    }

    private void keep(OrgObject object) {
        kept.put(object.name(), new Kept(object, now()));
    }

    /** The schema is not what we thought. */
    void forget(String name) {
        kept.remove(name);
    }

    private Instant now() {
        return session.clock().instant();
    }

    private <T> Answer<T> asked(Supplier<Reading<T>> question) {
        return calls.held()
                .map(held -> held.<T>answer())
                .orElseGet(() -> question.get()
                        .<Answer<T>>fold(
                                found -> new Answer.Given<>(found.value()),
                                () -> new Answer.Refused<>(
                                        "NOT_TOLD",
                                        "Salesforce does not say who signed in: look at the rights of our user."),
                                refused -> new Answer.Refused<>(refused.code(), refused.reason()),
                                away -> new Answer.Unavailable<>(away.code(), away.reason(), Optional.empty())));
    }
}
