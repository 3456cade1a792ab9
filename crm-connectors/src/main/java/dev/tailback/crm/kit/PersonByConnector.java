package dev.tailback.crm.kit;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands in for a person where the kit has no other way into the CRM than a connector: it neither deletes nor merges. */
final class PersonByConnector implements Person {

    private final Connector connector;
    private final String object;

    PersonByConnector(Connector connector, String object) {
        this.connector = connector;
        this.object = object;
    }

    @Override
    public String creates(Map<String, String> values) {
        return written(new Write.Create(values));
    }

    @Override
    public void edits(String id, Map<String, String> values) {
        List<String> fields = List.copyOf(values.keySet());
        SourceRecord now = given(connector.read(new RecordsAsked(object, List.of(id), fields))).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The record " + id + " is not there."));
        written(new Write.Update(id, values, now.values(), Optional.empty()));
    }

    @Override
    public boolean deletes(String id) {
        return false;
    }

    @Override
    public boolean merges(String loser, String winner) {
        return false;
    }

    private String written(Write write) {
        return given(connector.write(object, List.of(write)))
                .get(0)
                .fold(
                        Written.Accepted::id,
                        refused -> failed(refused.reason()),
                        conflict -> failed("it was changed meanwhile"),
                        gone -> failed("it is gone"),
                        unknown -> failed(unknown.reason()));
    }

    private static <T> T given(Answer<T> answer) {
        return answer.fold(given -> given, refused -> failed(refused.reason()), away -> failed(away.reason()));
    }

    private static <T> T failed(String reason) {
        throw new IllegalStateException("The kit could not edit in the CRM: " + reason);
    }
}
