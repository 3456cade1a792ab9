package dev.tailback.app.drift;

import dev.tailback.app.mapping.MappingReading;
import dev.tailback.web.input.Paging;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Whether the org has changed, over HTTP. */
@Tag(name = "org")
@Controller("/api/org/drift")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class DriftApi {

    private final DriftReading reading;
    private final LookAtSchema looking;
    private final MappingReading mappings;

    DriftApi(DriftReading reading, LookAtSchema looking, MappingReading mappings) {
        this.reading = reading;
        this.mappings = mappings;
        this.looking = looking;
    }

    /**
     * What is otherwise in the org than when the mapping was put in use, and the history of what was seen.
     *
     * @param page from 0 to 2000, 50 versions each
     * @return the page
     */
    @Get
    DriftPage page(@QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return DriftPage.of(
                reading.now(), mappings.effects(), reading.history(Paging.SIZE + 1, page * Paging.SIZE), page);
    }

    /**
     * Describes the org now, as a whole, and judges it. When Salesforce cannot be asked, the state is {@code unknown},
     * or what was known before stays.
     *
     * @return what is known then
     */
    @Post("/look")
    DriftView look() {
        looking.lookAtAll();
        return reading.now();
    }
}
