package dev.tailback.hub.pages;

import dev.tailback.hub.api.AuditApi;
import dev.tailback.hub.audit.Deed;
import dev.tailback.web.input.OneLine;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.util.Arrays;
import java.util.Optional;

/** What people did, for those who answer for it. */
@Controller("/audit")
@Produces(MediaType.TEXT_HTML)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class AuditPage {

    private final AuditApi audit;

    AuditPage(AuditApi audit) {
        this.audit = audit;
    }

    /** @param what a deed's name; empty, or one that is none, for all */
    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication visitor,
            @QueryValue(defaultValue = "") @OneLine(max = 200) String who,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String what,
            @Nullable @QueryValue Long before) {
        Deed deed = deed(what).orElse(null);
        String asked = who.isBlank() ? null : who.strip();
        AuditScreen screen = new AuditScreen(who, what, audit.acts(asked, deed, null, before));
        return Answer.show("audit", Visit.of(request, visitor), screen);
    }

    private static Optional<Deed> deed(String what) {
        return Arrays.stream(Deed.values())
                .filter(deed -> deed.name().equals(what))
                .findFirst();
    }
}
