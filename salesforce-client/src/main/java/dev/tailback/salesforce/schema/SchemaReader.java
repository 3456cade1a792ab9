package dev.tailback.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.query.OrgResource;
import dev.tailback.salesforce.query.UnusableRow;
import dev.tailback.salesforce.session.SalesforceSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Describes objects, live: what they are and what this user may do with them. */
public final class SchemaReader {

    /** An object with 800 fields and long picklists has some megabytes. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final SalesforceSession session;
    private final OrgResource resource;
    private final KnownDescribes describes = new KnownDescribes();

    public SchemaReader(SalesforceSession session) {
        this.session = session;
        this.resource = new OrgResource(session, MOST_BYTES);
    }

    /**
     * One call for each object. An object that the org does not have, or that this user may not see, is not in it.
     *
     * @throws IllegalArgumentException for what cannot be an API name
     */
    public Reading<OrgSchema> read(Collection<String> objects) {
        return all(objects, this::one);
    }

    /** All objects that this user may see, by API name. */
    public Reading<List<String>> objectNames() {
        return ask(resource.find(sobjects()), DescribedSchema::names).map(names -> names.orElseGet(List::of));
    }

    /**
     * The same, where an object that has not changed since this reader described it is not described again: the org
     * answers 304 for it. Objects that this reader has never described are.
     *
     * @throws IllegalArgumentException for what cannot be an API name
     */
    public Reading<OrgSchema> readChanged(Collection<String> objects) {
        return all(objects, this::changed);
    }

    private Reading<OrgSchema> all(
            Collection<String> objects, Function<String, Reading<Optional<OrgObject>>> describe) {
        Reading<List<OrgObject>> all =
                new Reading.Found<>(List.of(), session.clock().instant());
        for (String object : objects) {
            all = all.flatMap(found -> describe.apply(object).map(more -> joined(found.value(), more)));
        }
        return all.map(OrgSchema::new);
    }

    private Reading<Optional<OrgObject>> one(String object) {
        return described(object, resource.find(path(object)));
    }

    private Reading<Optional<OrgObject>> changed(String object) {
        Optional<KnownDescribes.Known> known = describes.find(object);
        if (known.isEmpty()) {
            return one(object);
        }
        Reading<OrgAnswer> asked =
                resource.findModifiedSince(path(object), known.get().lastModified());
        boolean isUnchanged = asked.fold(
                found -> OrgResource.isUnchanged(found.value()), () -> false, refused -> false, unavailable -> false);
        return isUnchanged ? asked.map(answer -> Optional.of(known.get().object())) : described(object, asked);
    }

    private Reading<Optional<OrgObject>> described(String object, Reading<OrgAnswer> answer) {
        describes.forget(object);
        return ask(answer, DescribedSchema::object).map(told -> {
            told.ifPresent(found -> answer.map(given -> describes.keep(object, given, found)));
            return told;
        });
    }

    private String path(String object) {
        if (!FieldPath.NAME.matcher(object).matches()) {
            throw new IllegalArgumentException("no API name of an object");
        }
        return sobjects() + "/" + object + "/describe";
    }

    private String sobjects() {
        return "/services/data/" + session.configuration().apiVersion() + "/sobjects";
    }

    /** Empty when the org has no such thing. */
    private <T> Reading<Optional<T>> ask(Reading<OrgAnswer> answer, Function<JsonNode, T> read) {
        try {
            return answer.fold(
                    found -> new Reading.Found<>(Optional.of(told(found.value(), read)), found.readAt()),
                    () -> new Reading.Found<>(Optional.empty(), session.clock().instant()),
                    refused -> new Reading.Refused<>(refused.code(), refused.reason()),
                    unavailable -> new Reading.Unavailable<>(unavailable.code(), unavailable.reason()));
        } catch (UnusableRow unusable) {
            return new Reading.Refused<>(UnusableRow.CODE, unusable.getMessage());
        }
    }

    private static <T> T told(OrgAnswer answer, Function<JsonNode, T> read) {
        return read.apply(answer.json()
                .orElseThrow(() -> new UnusableRow("Salesforce describes an object with something that is no JSON. See "
                        + "who answers in its place.")));
    }

    private static List<OrgObject> joined(List<OrgObject> some, Optional<OrgObject> more) {
        List<OrgObject> all = new ArrayList<>(some);
        more.ifPresent(all::add);
        return List.copyOf(all);
    }
}
