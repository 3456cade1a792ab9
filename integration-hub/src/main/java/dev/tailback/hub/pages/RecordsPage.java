package dev.tailback.hub.pages;

import dev.tailback.hub.api.RecordActsApi;
import dev.tailback.hub.api.RecordsApi;
import dev.tailback.hub.dossier.ReadWhy;
import dev.tailback.hub.locks.Locks;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Golden records: found, explained, and what people do about one. */
@Controller("/records")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class RecordsPage {

    private final RecordsApi records;
    private final RecordActsApi acts;
    private final ReadWhy why;
    private final Called called;
    private final Locks locks;

    RecordsPage(RecordsApi records, RecordActsApi acts, ReadWhy why, Called called, Locks locks) {
        this.records = records;
        this.acts = acts;
        this.why = why;
        this.called = called;
        this.locks = locks;
    }

    @Get
    HttpResponse<?> find(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 200) String search,
            @Nullable @QueryValue UUID after) {
        RecordsScreen screen =
                new RecordsScreen(called, search, search.isBlank() ? List.of() : records.find(search, after));
        return Answer.show("records", Visit.of(request, who), screen);
    }

    @Get("/{id}")
    HttpResponse<?> one(HttpRequest<?> request, Authentication who, UUID id) {
        return page(Visit.of(request, who), id);
    }

    private HttpResponse<?> page(Visit visit, UUID id) {
        return Answer.show(
                "record",
                visit,
                RecordScreen.of(
                        called,
                        records.one(id),
                        why.latest(id),
                        locks.of(List.of(id)).getOrDefault(id, Map.of()).keySet(),
                        records.timeline(id)));
    }

    @Post("/{id}/lock")
    @Secured("operator")
    HttpResponse<?> lock(HttpRequest<?> request, Authentication who, UUID id, @Body Form form) {
        return act(
                request,
                who,
                id,
                form,
                () -> acts.lock(id, value(form).text("value").body(), who));
    }

    @Post("/{id}/unlock")
    @Secured("operator")
    HttpResponse<?> unlock(HttpRequest<?> request, Authentication who, UUID id, @Body Form form) {
        return act(request, who, id, form, () -> acts.unlock(id, value(form).body(), who));
    }

    private static Typed value(Form form) {
        return Typed.of(form).text("attribute");
    }

    /** Nothing brings it back, so a second sign is asked for. */
    @Post("/{id}/erase")
    @Secured("admin")
    HttpResponse<?> erase(HttpRequest<?> request, Authentication who, UUID id, @Body Form form) {
        return act(request, who, id, form, () -> {
            mustBeSure(form);
            acts.erase(id, Typed.of(form).body(), who);
        });
    }

    private static void mustBeSure(Form form) {
        if (!form.text("sure").equals("yes")) {
            throw new Problem(
                            HttpStatus.BAD_REQUEST,
                            "invalid",
                            "Nothing was erased: confirm that it may never come back.")
                    .says("record.not-sure");
        }
    }

    private HttpResponse<?> act(HttpRequest<?> request, Authentication who, UUID id, Form form, Runnable act) {
        return Answer.act(Visit.of(request, who), form, act, "/records/" + id, visit -> page(visit, id));
    }
}
