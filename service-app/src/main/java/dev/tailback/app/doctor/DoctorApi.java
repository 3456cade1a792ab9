package dev.tailback.app.doctor;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What is reachable, permitted and mapped, over HTTP. */
@Tag(name = "org")
@Controller("/api/org/doctor")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class DoctorApi {

    private final Examination examination;

    DoctorApi(Examination examination) {
        this.examination = examination;
    }

    /** @return each thing that was looked at, and what to do about it; some calls of the org's day are used */
    @Get
    DoctorView now() {
        return examination.now();
    }
}
