package dev.tailback.app.description;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.Optional;

/** The OpenAPI description that the build derives from the code. */
@Hidden
@Controller("/swagger")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ApiDescription {

    private static final String FILE = "/META-INF/swagger/tailback.yml";

    @Get
    @Produces("application/yaml")
    HttpResponse<?> read() {
        InputStream description = Optional.ofNullable(ApiDescription.class.getResourceAsStream(FILE))
                .orElseThrow(() -> new IllegalStateException(FILE + " is not in the jar"));
        return HttpResponse.ok(new StreamedFile(description, MediaType.of("application/yaml")));
    }
}
