package dev.tailback.app.doctor.page;

import dev.tailback.app.doctor.Examination;
import dev.tailback.app.layout.Visitors;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** What is reachable, permitted and mapped, at a browser. Each opening is a look of its own. */
@Hidden
@Controller("/console/doctor")
@Produces(MediaType.TEXT_HTML)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConnectionPage {

    private final Examination examination;
    private final Visitors visitors;

    ConnectionPage(Examination examination, Visitors visitors) {
        this.examination = examination;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> now(HttpRequest<?> request, Authentication who) {
        ConnectionScreen screen = new ConnectionScreen(visitors.of(request, who), examination.now());
        return HttpResponse.ok(new ModelAndView<>("console/connection", Map.of("screen", screen)));
    }
}
