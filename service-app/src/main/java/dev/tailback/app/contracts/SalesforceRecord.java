package dev.tailback.app.contracts;

import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;

/** The way from a page to a record in Salesforce: an org opens each of its records at its address and the id. */
@Hidden
@Controller("/salesforce")
@Secured({"service", "finance", "operator", "viewer"})
class SalesforceRecord {

    private final SalesforceSettings settings;

    SalesforceRecord(SalesforceSettings settings) {
        this.settings = settings;
    }

    @Get("/{id}")
    HttpResponse<?> show(@OneLine(max = 255) String id) {
        String record = SalesforceId.of(id).orElseThrow(() -> notAnId(id));
        return HttpResponse.seeOther(settings.configuration().loginUrl().resolve("/" + record));
    }

    private static Problem notAnId(String id) {
        return new Problem(HttpStatus.NOT_FOUND, "not_found", "No Salesforce record has the id " + id + ".")
                .says("problem.no.record", id);
    }
}
