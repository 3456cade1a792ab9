package dev.tailback.salesforce.trial;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.org.OrgIdentity;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Salesforce's documents leave open, asked of the org. Nothing here saves a row: each call is one that every org
 * turns away, and only the manner differs.
 */
public final class OpenQuestions {

    /** One more than Salesforce takes in a collection. */
    private static final int TOO_MANY = 201;

    private static final int MOST_BYTES = 1024 * 1024;
    private static final String LONG_AGO = "Sat, 01 Jan 2000 00:00:00 GMT";

    private final SalesforceSession session;
    private final SignedCalls calls;
    private final UnsignedCalls unsigned;
    private final Mapping mapping;

    public OpenQuestions(SalesforceSession session, Mapping mapping) {
        this.session = session;
        this.calls = new SignedCalls(session);
        this.unsigned = new UnsignedCalls(session.configuration(), session.clock());
        this.mapping = mapping;
    }

    /** One call. */
    private interface Call {
        OrgAnswer make() throws CallBroken;
    }

    /** Updates a row that is not there, and must not be made: {@code updateOnly}. */
    public Manner updateOnly(UsageSnapshot nowhere) {
        String path = usage() + "/" + mapping.field(Idea.EXTERNAL_ID) + "/" + nowhere.entryId() + "?updateOnly=true";
        return manner(() -> calls.patch(path, TrialCalls.single(mapping, nowhere), bounds()));
    }

    /** More records than a collection may have; the record is one that is refused alone, too. */
    public Manner tooMany(UsageSnapshot refused) {
        List<String> records = Collections.nCopies(TOO_MANY, UsageWriter.json(mapping, refused));
        String body = "{\"allOrNone\":false,\"records\":[" + String.join(",", records) + "]}";
        String path = data("/composite/sobjects/" + mapping.object(Part.USAGE) + "/" + mapping.field(Idea.EXTERNAL_ID));
        return manner(() -> calls.patch(path, body, bounds()));
    }

    /** Reads a row on the condition that it has not changed since long ago. */
    public Manner changedSinceLongAgo(String usageId) {
        return manner(() -> calls.get(usage() + "/" + usageId, Map.of("If-Unmodified-Since", LONG_AGO), bounds()));
    }

    /** Asks who signed in, with a token that is none. */
    public Manner identityWithoutToken(OrgIdentity identity) {
        try {
            URI instance = session.current().instanceUrl();
            return Manner.of(unsigned.identity(instance, identity.organizationId(), identity.userId()));
        } catch (LoginFailed none) {
            return Manner.of(Optional.empty());
        }
    }

    /** Signs in with a secret that is not the app's: one line in the org's login history. */
    public Manner wrongSecret() {
        return Manner.of(unsigned.wrongSecret());
    }

    /** Of a sold line. */
    public Reading<Stamps> stamps(String lineId) {
        String soql = "SELECT LastModifiedDate, LastModifiedById, SystemModstamp FROM "
                + mapping.object(Part.CONTRACT_PRODUCT) + " WHERE Id = " + Soql.quoted(lineId);
        return new OrgQuery(session)
                .rows(soql, row -> new Cells(row))
                .flatMap(found -> found.value().isEmpty()
                        ? new Reading.Absent<>()
                        : new Reading.Found<>(stamps(found.value().get(0)), found.readAt()));
    }

    private static Stamps stamps(Cells row) {
        return new Stamps(
                row.text("LastModifiedDate") + " " + row.text("LastModifiedById"), row.text("SystemModstamp"));
    }

    private String usage() {
        return data("/sobjects/" + mapping.object(Part.USAGE));
    }

    private String data(String path) {
        return "/services/data/" + session.configuration().apiVersion() + path;
    }

    private SignedCalls.Bounds bounds() {
        return new SignedCalls.Bounds(session.configuration().writeTimeout(), MOST_BYTES);
    }

    private static Manner manner(Call call) {
        try {
            return Manner.of(Optional.of(call.make()));
        } catch (LoginFailed | CallBroken | RequestUnbuilt none) {
            return Manner.of(Optional.empty());
        }
    }
}
