package dev.tailback.localorg.rest;

import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.wire.ReadJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /composite}: up to 25 calls in one, later ones referring to answers of earlier ones. They are answered in the
 * order given, also where {@code collateSubrequests} would allow another. REST guide, page composite-request-body.
 */
final class Composite {
    private static final int MOST = 25;
    private static final int MOST_WIDE = 5;
    static final String ROLLED_BACK =
            "The transaction was rolled back since another operation in the same transaction failed.";

    private final AnswerSubrequest answer;

    Composite(AnswerSubrequest answer) {
        this.answer = answer;
    }

    Reply reply(Call call) {
        if (!call.method().equals("POST")) {
            throw ApiException.methodNotAllowed(call.method(), "POST");
        }
        Map<String, Object> body = ReadJson.object(call.request().body());
        List<Subrequest> calls = ReadSubrequests.read(body);
        if (calls.size() > MOST) {
            return refused("The request can’t contain more than 25 operations.");
        }
        if (calls.stream().filter(Subrequest::isWide).count() > MOST_WIDE) {
            return refused("The request can’t contain more than 5 query or sObject Collections operations.");
        }
        return written(
                Boolean.TRUE.equals(body.get("allOrNone"))
                        ? together(call, calls)
                        : answers(call, calls, Optional.empty()));
    }

    private static Reply refused(String message) {
        Subreply error = Subreply.error(400, "LIMIT_EXCEEDED", message);
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("compositeResponse");
            error.write(json, Optional.empty());
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Does all of the calls or none: what the first failure leaves is undone, and the others say so. */
    Map<String, Subreply> together(Call call, List<Subrequest> calls) {
        try (Transaction transaction = call.org().store().begin()) {
            Map<String, Subreply> answers = answers(call, calls, Optional.of(transaction));
            boolean failed = answers.values().stream().anyMatch(Subreply::failed) || partlyFailed(calls, answers);
            if (!failed) {
                transaction.commit();
                return answers;
            }
            return undone(calls, answers);
        }
    }

    private static boolean partlyFailed(List<Subrequest> calls, Map<String, Subreply> answers) {
        return calls.stream()
                .filter(Subrequest::isCollection)
                .map(call -> answers.get(call.referenceId()))
                .anyMatch(answer -> answer != null && answer.holdsFailure());
    }

    private static Map<String, Subreply> undone(List<Subrequest> calls, Map<String, Subreply> answers) {
        Map<String, Subreply> shown = new LinkedHashMap<>();
        for (Subrequest call : calls) {
            Subreply answer = answers.get(call.referenceId());
            boolean keepsItsOwn = answer != null && (answer.failed() || call.isCollection() && answer.holdsFailure());
            shown.put(call.referenceId(), keepsItsOwn ? answer : Subreply.error(400, "PROCESSING_HALTED", ROLLED_BACK));
        }
        return shown;
    }

    /** Answers in order; within a transaction the first failure ends it. */
    private Map<String, Subreply> answers(Call outer, List<Subrequest> calls, Optional<Transaction> within) {
        Map<String, Subreply> answers = new LinkedHashMap<>();
        Map<String, Object> bodies = new LinkedHashMap<>();
        for (Subrequest call : calls) {
            Subreply reply = answered(outer, call, new References(bodies), within);
            answers.put(call.referenceId(), reply);
            if (!reply.failed()) {
                bodies.put(call.referenceId(), reply.value());
            } else if (within.isPresent()) {
                return answers;
            }
        }
        return answers;
    }

    private Subreply answered(Call outer, Subrequest call, References references, Optional<Transaction> within) {
        try {
            return answer.answer(outer, references.resolved(call), within);
        } catch (ApiException e) {
            return Subreply.of(e.reply());
        }
    }

    private static Reply written(Map<String, Subreply> answers) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("compositeResponse");
            for (Map.Entry<String, Subreply> answer : answers.entrySet()) {
                answer.getValue().write(json, Optional.of(answer.getKey()));
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
