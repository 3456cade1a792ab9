package dev.tailback.salesforce.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.ApiUsage;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import dev.tailback.salesforce.session.SignedCalls.Bounds;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of Bulk API 2.0 that upsert usage by its external id. A job saves each row on its own, decided by the same
 * rules as in any other call. Bulk guide, pages create-a-job, upload-job-data, close-or-abort-a-job, get-job-info,
 * get-job-successful-results.
 */
public final class UsageJobs {
    private static final Logger LOG = LoggerFactory.getLogger(UsageJobs.class);

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_BYTES_OF_ROWS = 100 * 1024 * 1024;
    private static final int MOST_PAGES = 100;

    private final SalesforceSession session;
    private final SignedCalls calls;
    private final Supplier<Mapping> mapping;
    private final Consumer<Optional<ApiUsage>> called;

    /**
     * @param mapping asked for each job, since it may change at any time
     * @param called gets what each call tells of the day's calls, also one that was not answered
     */
    public UsageJobs(SalesforceSession session, Supplier<Mapping> mapping, Consumer<Optional<ApiUsage>> called) {
        this.session = session;
        this.calls = new SignedCalls(session);
        this.mapping = mapping;
        this.called = called;
    }

    /** @return the id of a new job, which waits for its text; Salesforce forgets it after a day */
    public String create() throws JobFailed {
        Mapping now = mapping.get();
        String job = JobBody.upsert(now.object(Part.USAGE), now.field(Idea.EXTERNAL_ID));
        String id =
                json(ask(() -> calls.post(path(""), job, bounds()))).path("id").asText("");
        if (!Soql.isId(id)) {
            throw JobFailed.unusable("a new job without an id");
        }
        return id;
    }

    /** May leave out a few that no row can say: what was saved tells. */
    public void upload(String job, Collection<UsageSnapshot> snapshots) throws JobFailed {
        byte[] csv = UsageCsv.of(mapping.get(), snapshots);
        ask(() -> calls.put(path("/" + checked(job) + "/batches"), "text/csv; charset=UTF-8", csv, longer(MOST_BYTES)));
    }

    /** Lets it begin. From now on it goes on by itself. */
    public void begin(String job) throws JobFailed {
        become(job, JobState.UPLOAD_COMPLETE);
    }

    /** Ends it: what it has not saved yet it saves no more, but for the rows that it has in hand. */
    public void abort(String job) throws JobFailed {
        become(job, JobState.ABORTED);
    }

    private void become(String job, JobState state) throws JobFailed {
        ask(() -> calls.patch(path("/" + checked(job)), JobBody.become(state), bounds()));
    }

    public JobReport report(String job) throws JobFailed {
        JsonNode told = json(ask(() -> calls.get(path("/" + checked(job)), bounds())));
        JobState state = JobState.of(told.path("state").asText(""))
                .orElseThrow(() -> JobFailed.unusable("a state that there is not"));
        return new JobReport(state, told.path("numberRecordsProcessed").asLong());
    }

    /** The rows that it has saved, also if it failed or was aborted. */
    public List<SavedRow> saved(String job) throws JobFailed {
        String address = path("/" + checked(job) + "/successfulResults");
        List<SavedRow> saved = new ArrayList<>();
        Optional<String> page = Optional.of(address);
        for (int pages = 0; page.isPresent() && pages < MOST_PAGES; pages++) {
            String asked = page.get();
            OrgAnswer answer = ask(() -> calls.get(asked, "text/csv", longer(MOST_BYTES_OF_ROWS)));
            saved.addAll(SavedRows.of(mapping.get()).read(answer.body()));
            page = ResultRows.nextPage(answer.headers(), address);
        }
        return saved;
    }

    private interface Asking {
        OrgAnswer ask() throws CallBroken;
    }

    private OrgAnswer ask(Asking asking) throws JobFailed {
        Optional<ApiUsage> usage = Optional.empty();
        try {
            OrgAnswer answer = asking.ask();
            usage = ApiUsage.told(answer.headers());
            if (answer.status() < 200 || answer.status() > 299) {
                throw refusal(answer);
            }
            return answer;
        } catch (LoginFailed failure) {
            throw JobFailed.unanswered(failure.code(), failure.getMessage()).because(failure);
        } catch (CallBroken broken) {
            throw JobFailed.unanswered(broken.code(), broken.getMessage()).because(broken);
        } catch (RequestUnbuilt ours) {
            // Its own words may hold the token.
            LOG.error("A request about a Bulk job cannot be built: {}", ours.kind());
            throw JobFailed.unanswered("NOT_SENT", "The request could not be built, so nothing was sent");
        } finally {
            called.accept(usage);
        }
    }

    private static JobFailed refusal(OrgAnswer answer) {
        CallFailure failure = CallFailure.of(answer.status(), answer.text());
        boolean refused = failure.fold(refusal -> true, foreign -> true, outage -> false);
        return refused
                ? JobFailed.refused(failure.code(), failure.reason())
                : JobFailed.unanswered(failure.code(), failure.reason());
    }

    private static JsonNode json(OrgAnswer answer) throws JobFailed {
        return answer.json().orElseThrow(() -> JobFailed.unusable("no JSON"));
    }

    private String path(String rest) {
        return "/services/data/" + session.configuration().apiVersion() + "/jobs/ingest" + rest;
    }

    /** Whether it looks like the id of a job. */
    public static boolean isJobId(String text) {
        return Soql.isId(text);
    }

    private static String checked(String job) {
        if (!isJobId(job)) {
            throw new IllegalArgumentException("no id of a job");
        }
        return job;
    }

    private Bounds bounds() {
        return new Bounds(session.configuration().writeTimeout(), MOST_BYTES);
    }

    // A text of many megabytes takes its time on a slow line.
    private Bounds longer(int mostBytes) {
        Duration limit = session.configuration().writeTimeout();
        return new Bounds(limit.multipliedBy(2), mostBytes);
    }
}
