package dev.tailback.localorg.rest;

import dev.tailback.localorg.wire.ReadJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /composite/batch}: up to 25 calls one after the other, each committed on its own and each counted as a call.
 * REST guide, pages composite-batch and batch-response-body.
 */
final class Batch {
    private static final int MOST = 25;

    private final AnswerSubrequest answer;
    private final CallCounts counts;

    Batch(AnswerSubrequest answer, CallCounts counts) {
        this.answer = answer;
        this.counts = counts;
    }

    Reply reply(Call call) {
        if (!call.method().equals("POST")) {
            throw ApiException.methodNotAllowed(call.method(), "POST");
        }
        Map<String, Object> body = ReadJson.object(call.request().body());
        List<Map<String, Object>> calls = ReadJson.objects(body.get("batchRequests"), "batchRequests");
        if (calls.isEmpty() || calls.size() > MOST) {
            throw new ApiException(
                    400, "LIMIT_EXCEEDED", "A batch holds 1 to 25 subrequests, not " + calls.size() + ".");
        }
        return written(answers(call, calls, Boolean.TRUE.equals(body.get("haltOnError"))));
    }

    private List<Subreply> answers(Call outer, List<Map<String, Object>> calls, boolean haltOnError) {
        List<Subreply> answers = new ArrayList<>();
        boolean failed = false;
        for (Map<String, Object> call : calls) {
            if (failed && haltOnError) {
                answers.add(Subreply.error(412, "BATCH_PROCESSING_HALTED", "Batch processing halted per request"));
                continue;
            }
            counts.total().incrementAndGet();
            Subreply reply = answer.answer(outer, read(call), Optional.empty());
            failed |= reply.failed();
            answers.add(reply);
        }
        return answers;
    }

    private static Subrequest read(Map<String, Object> call) {
        return new Subrequest(
                ReadSubrequests.text(call, "method").toUpperCase(Locale.ROOT),
                ReadSubrequests.text(call, "url"),
                call.get("richInput"),
                Map.of(),
                "");
    }

    private static Reply written(List<Subreply> answers) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeBooleanField("hasErrors", answers.stream().anyMatch(Subreply::failed));
            json.writeArrayFieldStart("results");
            for (Subreply answer : answers) {
                json.writeStartObject();
                json.writeNumberField("statusCode", answer.status());
                json.writeFieldName("result");
                answer.writeBody(json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
