package dev.tailback.hub.api;

import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.dossier.GoldenView;
import dev.tailback.hub.dossier.ReadGolden;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.stewards.Candidate;
import dev.tailback.hub.stewards.Candidates;
import dev.tailback.hub.stewards.JudgeCandidate;
import dev.tailback.hub.stewards.Said;
import dev.tailback.web.input.JsonBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pairs that a steward must judge. */
@Controller("/api/hub/candidates")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class CandidatesApi {

    private static final int MOST = 100;

    private final Candidates candidates;
    private final JudgeCandidate judge;
    private final Records records;
    private final ReadGolden goldens;

    CandidatesApi(Candidates candidates, JudgeCandidate judge, Records records, ReadGolden goldens) {
        this.candidates = candidates;
        this.judge = judge;
        this.records = records;
        this.goldens = goldens;
    }

    /** The longest waiting first; 100 at most. */
    @Get
    public List<CandidateView> open() {
        return candidates.open(MOST).stream().map(this::view).toList();
    }

    private CandidateView view(Candidate candidate) {
        KnownRecord record = records.find(candidate.sourceId()).orElseThrow();
        return new CandidateView(
                candidate.id(),
                record.entity(),
                new SourceName(record.crm(), record.object(), record.recordId()),
                record.golden().flatMap(goldens::of),
                goldens.of(candidate.goldenId()),
                candidate.ground(),
                TextMap.texts(candidate.evidence()),
                candidate.foundAt());
    }

    /** Whether both are the same; it can be undone. */
    @Post("/{id}")
    @Secured("operator")
    public HttpResponse<?> judge(long id, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "same");
        boolean isSame = order.flag("same");
        Said said = new Said(order.who(), order.note());
        order.checked();
        if (!(isSame ? judge.same(id, said) : judge.notSame(id, said))) {
            throw HubProblems.notOpen("question " + id);
        }
        return HttpResponse.noContent();
    }

    @Serdeable
    public record SourceName(String crm, String object, String recordId) {}

    /**
     * @param own the golden record that the source stands for now
     * @param other the one that it may stand for
     * @param evidence what speaks for and against, by member of the other
     */
    @Serdeable
    public record CandidateView(
            long id,
            String entity,
            SourceName source,
            Optional<GoldenView> own,
            Optional<GoldenView> other,
            String ground,
            Map<String, String> evidence,
            Instant foundAt) {}
}
