package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import dev.tailback.salesforce.text.Json;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends usage to Salesforce: one upsert by external id for up to 200 entries, each decided on its own. It goes over
 * java.net.http rather than force-rest-api, because the limits header, Retry-After and the difference between "not
 * sent" and "no answer" matter here. Sending the same versions again is always harmless.
 */
public final class UsageWriter {

    /** The most records Salesforce takes in one call. */
    public static final int LARGEST_BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(UsageWriter.class);

    /** 200 results with all that Salesforce could have to say about each. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final SalesforceSession session;
    private final SignedCalls calls;
    private final Supplier<Mapping> mapping;

    /** @param mapping asked for each call, since it may change at any time */
    public UsageWriter(SalesforceSession session, Supplier<Mapping> mapping) {
        this.session = session;
        this.calls = new SignedCalls(session);
        this.mapping = mapping;
    }

    /**
     * Sends 1 to 200 snapshots of different entries.
     *
     * @throws IllegalArgumentException for none, too many, or two snapshots of one entry, which Salesforce would refuse
     *     both
     */
    public Delivery upsert(List<UsageSnapshot> snapshots) {
        check(snapshots);
        Mapping now = mapping.get();
        Optional<String> body = body(now, snapshots);
        return body.isPresent() ? deliver(path(now), body.get(), snapshots.size()) : notSent();
    }

    private static Optional<String> body(Mapping mapping, List<UsageSnapshot> snapshots) {
        try {
            ObjectNode body = Json.MAPPER.createObjectNode().put("allOrNone", false);
            ArrayNode records = body.putArray("records");
            snapshots.forEach(snapshot -> records.add(record(mapping, snapshot)));
            return Optional.of(Json.MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException | RuntimeException ours) {
            LOG.error("A request with {} records cannot be written", snapshots.size(), ours);
            return Optional.empty();
        }
    }

    /** The record as which this snapshot stands in the call: JSON, letter by letter as it is sent. */
    public static String json(Mapping mapping, UsageSnapshot snapshot) {
        return record(mapping, snapshot).toString();
    }

    // Each value has the JSON type its field wants: one wrong type makes Salesforce refuse the whole call.
    private static ObjectNode record(Mapping mapping, UsageSnapshot snapshot) {
        ObjectNode usage = Json.MAPPER.createObjectNode();
        usage.putObject("attributes").put("type", mapping.object(Part.USAGE));
        usage.put(mapping.field(Idea.EXTERNAL_ID), snapshot.entryId().toString());
        usage.put(mapping.field(Idea.CONTRACT_PRODUCT), snapshot.contractProductId());
        usage.put(mapping.field(Idea.VERSION), snapshot.version());
        usage.put(mapping.field(Idea.UNITS), snapshot.units());
        usage.put(mapping.field(Idea.CANCELLED), snapshot.cancelled());
        usage.put(mapping.field(Idea.AD_REFERENCE), snapshot.adReference());
        snapshot.ad().ifPresent(ad -> put(mapping, usage, ad));
        return usage;
    }

    // What an ad has no more is taken away there too; null is Salesforce's word for it.
    private static void put(Mapping mapping, ObjectNode usage, AdShown ad) {
        put(mapping, usage, Idea.AD_TITLE, Optional.of(ad.title()));
        put(mapping, usage, Idea.SERVICE_DATE, ad.serviceDate().map(LocalDate::toString));
        put(mapping, usage, Idea.CUSTOMER_REFERENCE, ad.customerReference());
        if (ad.link().isPresent()) {
            put(mapping, usage, Idea.AD_LINK, ad.link());
        }
    }

    private static void put(Mapping mapping, ObjectNode usage, Idea idea, Optional<String> value) {
        mapping.find(idea).ifPresent(field -> usage.put(field, value.orElse(null)));
    }

    private Delivery deliver(String path, String body, int count) {
        try {
            OrgAnswer answer = calls.patch(path, body, bounds());
            return UpsertAnswer.read(answer, address(), count, session.clock().instant());
        } catch (LoginFailed failure) {
            return new Delivery.Unavailable(
                    OptionalInt.empty(), failure.code(), failure.getMessage(), failure.retryAfter(), Optional.empty());
        } catch (CallBroken broken) {
            return broken.isSent()
                    ? new Delivery.OutcomeUnknown(
                            OptionalInt.empty(),
                            broken.code(),
                            "Sent, but no usable answer came. " + broken.getMessage())
                    : notSaved(broken.code(), broken.getMessage());
        } catch (RequestUnbuilt ours) {
            // Its own words may hold the token.
            LOG.error("A request to Salesforce cannot be built: {}", ours.kind());
            return notSent();
        }
    }

    private String path(Mapping mapping) {
        return "/services/data/" + session.configuration().apiVersion() + "/composite/sobjects/"
                + mapping.object(Part.USAGE) + "/" + mapping.field(Idea.EXTERNAL_ID);
    }

    private SignedCalls.Bounds bounds() {
        return new SignedCalls.Bounds(session.configuration().writeTimeout(), MOST_BYTES);
    }

    private URI address() {
        return session.configuration().loginUrl();
    }

    private static Delivery notSent() {
        return new Delivery.NotSent(
                "NOT_SENT",
                "The request could not be built, so nothing was sent. It is a fault of "
                        + "Tailback's own: its log says more.");
    }

    private static Delivery notSaved(String code, String reason) {
        return new Delivery.Unavailable(OptionalInt.empty(), code, reason, Optional.empty(), Optional.empty());
    }

    private static void check(List<UsageSnapshot> snapshots) {
        if (snapshots.isEmpty() || snapshots.size() > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    snapshots.size() + " snapshots in one batch: send 1 to " + LARGEST_BATCH);
        }
        Set<UUID> seen = new HashSet<>();
        for (UsageSnapshot snapshot : snapshots) {
            if (!seen.add(snapshot.entryId())) {
                throw new IllegalArgumentException(
                        "entry " + snapshot.entryId() + " is twice in one batch: send its newest version only");
            }
        }
    }
}
