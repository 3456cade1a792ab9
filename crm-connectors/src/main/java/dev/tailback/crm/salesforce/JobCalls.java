package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.crm.call.Sent;
import dev.tailback.salesforce.bulk.JobBody;
import dev.tailback.salesforce.bulk.JobState;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.text.ForeignText;
import java.util.Optional;

/** The calls of Bulk API 2.0 about one job. */
record JobCalls(OrgCalls calls) {

    private static final String PATH = "/jobs/ingest";

    /** How far a job is. @param message why it failed, where Salesforce says so */
    record Told(JobState state, String message) {}

    /** @return the id of a new job, which waits for its text; what is never begun changes nothing */
    Answer<String> create(String object, String keyField) {
        return undone(calls.post(PATH, JobBody.upsert(object, keyField)))
                .flatMap(JudgeAnswer::json)
                .flatMap(answer -> {
                    String id = answer.json().path("id").asText("");
                    return Soql.isId(id)
                            ? new Answer.Given<>(id)
                            : unusable("Salesforce made a Bulk job and named no id for it.");
                });
    }

    Answer<String> upload(String job, byte[] csv) {
        return undone(calls.put(PATH + "/" + job + "/batches", csv)).map(answer -> job);
    }

    /** What is lost before the job begins has changed nothing there. */
    private static Answer<CrmAnswer> undone(Sent sent) {
        return sent.asQuestion().flatMap(JudgeAnswer::good);
    }

    /** Lets it begin. From now on it goes on by itself, also where the answer was lost: then a look at it tells. */
    Answer<String> begin(String job) {
        return become(job, JobState.UPLOAD_COMPLETE)
                .<Answer<String>>fold(
                        answer -> JudgeAnswer.good(answer).map(good -> job),
                        lost -> new Answer.Given<>(job),
                        Sent.NotTaken::answer);
    }

    /** What it has not saved yet it saves no more, but for the rows that it has in hand. */
    void abort(String job) {
        become(job, JobState.ABORTED);
    }

    private Sent become(String job, JobState state) {
        return calls.patch(PATH + "/" + job, JobBody.become(state));
    }

    Answer<Told> look(String job) {
        return calls.get(PATH + "/" + job).flatMap(answer -> told(answer.json()));
    }

    private static Answer<Told> told(JsonNode job) {
        String message = ForeignText.line(job.path("errorMessage").asText(""), CallFailure.LONGEST_REASON);
        return JobState.of(job.path("state").asText(""))
                .<Answer<Told>>map(state -> new Answer.Given<>(new Told(state, message)))
                .orElseGet(() -> unusable("Salesforce tells a state of a Bulk job that there is not."));
    }

    String address(String job, String results) {
        return PATH + "/" + job + "/" + results;
    }

    Answer<CrmAnswer> results(String address) {
        return calls.rows(address);
    }

    static <T> Answer<T> unusable(String sentence) {
        return new Answer.Unavailable<>(CutAnswer.CODE, sentence, Optional.empty());
    }
}
