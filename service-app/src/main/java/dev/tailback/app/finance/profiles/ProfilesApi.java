package dev.tailback.app.finance.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.finance.lines.FileAnswer;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.util.List;

/** Export profiles over HTTP. */
@Tag(name = "finance")
@Controller("/api/finance")
@Secured({"finance", "operator", "admin", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class ProfilesApi {

    private final ExportProfiles profiles;

    ProfilesApi(ExportProfiles profiles) {
        this.profiles = profiles;
    }

    /** A profile by its name, and for whom it is. */
    @Serdeable
    record ProfileView(String name, String title, List<String> columns) {}

    /** All profiles. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProfileList(List<ProfileView> profiles) {}

    /**
     * The profiles that statements can be exported with.
     *
     * @return all of them
     */
    @Get("/profiles")
    ProfileList list() {
        return new ProfileList(profiles.all().stream()
                .map(profile -> new ProfileView(
                        profile.name(),
                        profile.title(),
                        profile.columns().stream().map(ExportColumn::name).toList()))
                .toList());
    }

    /**
     * The lines of a statement, written for another program.
     *
     * @param number of the statement
     * @param profile its name
     * @return the file; the same bytes each time as long as the profile stays as it is
     */
    @Get("/statements/{number}/export/{profile}")
    @Produces(MediaType.TEXT_CSV)
    HttpResponse<?> export(@Min(1) long number, @OneLine(max = 100) String profile) {
        return FileAnswer.csv(profiles.write(profile, number), "statement-" + number + "-" + profile);
    }
}
