package dev.tailback.crm.salesforce;

import dev.tailback.crm.Answer;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Hold;
import dev.tailback.crm.call.Sent;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.Redirect;
import dev.tailback.salesforce.session.SalesforceSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What an answer of an org means for the whole call. */
record JudgeAnswer(SalesforceSession session, Hold hold) {

    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    /** Salesforce names no time for these; the daily limit is a rolling one, so that some calls come back soon. */
    private static final Map<String, Duration> WAITS =
            Map.of("QUOTA_USED_UP", Duration.ofMinutes(5), "CONCURRENCY_LIMIT", Duration.ofSeconds(5));

    private static final Duration WAIT_UNTOLD = Duration.ofSeconds(10);

    /** What no caller can use: told to wait, sent elsewhere, or not served at all. */
    Sent of(OrgAnswer told) {
        CrmAnswer answer = new CrmAnswer(told.status(), told.headers(), told.body());
        Optional<String> moved = Redirect.told(told, session.configuration().loginUrl());
        if (moved.isPresent()) {
            return new Sent.NotTaken(CallFailure.MOVED, moved.get(), Optional.empty(), false);
        }
        if (answer.status() < 400) {
            return new Sent.Answered(answer);
        }
        return CallFailure.of(answer.status(), answer.text())
                .fold(
                        refusal -> new Sent.Answered(answer),
                        foreign -> new Sent.NotTaken(foreign.code(), foreign.reason(), Optional.empty(), false),
                        outage -> away(answer, outage));
    }

    private Sent away(CrmAnswer answer, CallFailure.Outage outage) {
        Optional<Duration> told = answer.retryAfter(session.clock().instant());
        Optional<Duration> wait = Optional.ofNullable(WAITS.get(outage.code()))
                .or(() -> told)
                .or(() -> answer.status() == TOO_MANY ? Optional.of(WAIT_UNTOLD) : Optional.empty());
        wait.ifPresent(hold::hold);
        boolean undone = answer.status() < 500
                || answer.status() == BUSY
                || outage.code().equals("READ_ONLY_MODE");
        return undone
                ? new Sent.NotTaken(outage.code(), outage.reason(), wait, false)
                : new Sent.Lost(outage.code(), outage.reason());
    }

    /** For a question, of which only a good answer is of use. */
    static Answer<CrmAnswer> good(CrmAnswer answer) {
        return answer.status() < 400
                ? new Answer.Given<>(answer)
                : CallFailure.of(answer.status(), answer.text())
                        .fold(
                                refusal -> new Answer.Refused<>(refusal.code(), refusal.reason()),
                                foreign -> unavailable(foreign.code(), foreign.reason()),
                                outage -> unavailable(outage.code(), outage.reason()));
    }

    static Answer<CrmAnswer> json(CrmAnswer answer) {
        return answer.isJson()
                ? new Answer.Given<>(answer)
                : unavailable("UNUSABLE_ANSWER", answer.unusable("Salesforce"));
    }

    private static Answer<CrmAnswer> unavailable(String code, String reason) {
        return new Answer.Unavailable<>(code, reason, Optional.empty());
    }
}
