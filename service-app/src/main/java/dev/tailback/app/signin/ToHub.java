package dev.tailback.app.signin;

import dev.tailback.app.links.HubAddress;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;

/**
 * The way to the hub, which has no login of its own: it sends people here, and here they log in first when they have
 * not. A page that leads on, because the form of a login may be answered with no redirection to another site.
 */
@Hidden
@Controller("/hub")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class ToHub {

    private final HubAddress hub;

    ToHub(HubAddress hub) {
        this.hub = hub;
    }

    /** @param to the page of the hub that was wanted */
    @Get
    HttpResponse<?> leadOn(HttpRequest<?> request, @QueryValue(defaultValue = "/") @OneLine(max = 2_000) String to) {
        URI place = hub.arrival(to).orElseThrow(ToHub::none);
        return HttpResponse.ok(
                        new ModelAndView<>("to-hub", Map.of("place", place.toString(), "texts", Texts.of(request))))
                .header("Refresh", "0; url=" + place);
    }

    private static Problem none() {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "This service app knows no hub. Set TAILBACK_HUB_URL to the address that people type.")
                .says("hub.none");
    }
}
