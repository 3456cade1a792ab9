package dev.tailback.salesforce.org;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.ApiUsage;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.org.OrgIdentity.Organization;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.OrgResource;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.text.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the org who we are to it, which versions it speaks and what is left of the day's calls. It needs no right but
 * API Enabled: the user and the org come from the list of resources, which names them for everyone who signs in.
 */
public final class OrgReader {

    private static final String DATA = "/services/data/";
    private static final String USER = "SELECT Username FROM User WHERE Id = %s";
    private static final String ORGANIZATION =
            "SELECT Name, OrganizationType, InstanceName, IsSandbox FROM Organization LIMIT 1";

    private static final Pattern IDENTITY = Pattern.compile("/id/([A-Za-z0-9]{15,18})/([A-Za-z0-9]{15,18})$");
    private static final Pattern VERSION = Pattern.compile("\\d{2,3}\\.0");
    private static final int MOST_VERSIONS = 200;
    private static final int MOST_BYTES = 256 * 1024;

    private final SalesforceSession session;
    private final OrgResource resource;
    private final OrgQuery query;

    public OrgReader(SalesforceSession session) {
        this.session = session;
        this.resource = new OrgResource(session, MOST_BYTES);
        this.query = new OrgQuery(session);
    }

    /** Absent when the org does not say who signed in. */
    public Reading<OrgIdentity> identity() {
        return resource.get(DATA + session.configuration().apiVersion() + "/").flatMap(found -> {
            Matcher ids = IDENTITY.matcher(json(found.value()).path("identity").asText(""));
            return ids.find()
                    ? new Reading.Found<>(identity(ids.group(1), ids.group(2)), found.readAt())
                    : new Reading.Absent<>();
        });
    }

    private OrgIdentity identity(String organizationId, String userId) {
        Optional<String> username = first(USER.formatted(Soql.quoted(userId)), row -> new Cells(row).text("Username"));
        return new OrgIdentity(userId, organizationId, username, first(ORGANIZATION, OrgReader::organization));
    }

    private static Organization organization(JsonNode answer) {
        Cells row = new Cells(answer);
        return new Organization(
                row.text("Name"), row.text("OrganizationType"), row.text("InstanceName"), row.flag("IsSandbox"));
    }

    /** The first row, where our user may read one. */
    private <T> Optional<T> first(String soql, Function<JsonNode, T> read) {
        return query.rows(soql, read)
                .fold(
                        found -> found.value().stream().findFirst(),
                        Optional::empty,
                        refused -> Optional.empty(),
                        unavailable -> Optional.empty());
    }

    public Reading<OrgVersions> versions() {
        return resource.get(DATA).map(answer -> new OrgVersions(offered(answer), ahead(answer)));
    }

    private static List<String> offered(OrgAnswer answer) {
        List<String> versions = new ArrayList<>();
        for (JsonNode one : json(answer)) {
            String version = one.path("version").asText("");
            if (VERSION.matcher(version).matches() && versions.size() < MOST_VERSIONS) {
                versions.add("v" + version);
            }
        }
        return versions;
    }

    private Optional<Duration> ahead(OrgAnswer answer) {
        Instant here = session.clock().instant();
        try {
            return answer.headers()
                    .firstValue("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(there -> Duration.between(there.toInstant(), here));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** The calls of a day: used and allowed. Absent when the org does not say. */
    public Reading<ApiUsage> allowance() {
        return resource.get(DATA + session.configuration().apiVersion() + "/limits")
                .flatMap(found -> {
                    JsonNode daily = json(found.value()).path("DailyApiRequests");
                    long most = daily.path("Max").asLong(-1);
                    long left = daily.path("Remaining").asLong(-1);
                    return most < 0 || left < 0
                            ? new Reading.Absent<>()
                            : new Reading.Found<>(new ApiUsage(Math.max(0, most - left), most), found.readAt());
                });
    }

    private static JsonNode json(OrgAnswer answer) {
        return answer.json().orElseGet(Json::nothing);
    }
}
