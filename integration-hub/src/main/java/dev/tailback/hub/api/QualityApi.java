package dev.tailback.hub.api;

import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.scores.RefusedValue;
import dev.tailback.hub.scores.RefusedValues;
import dev.tailback.hub.scores.Score;
import dev.tailback.hub.scores.Scores;
import dev.tailback.web.input.Invalid;
import dev.tailback.web.input.OneLine;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;

/** How good the values are that each CRM holds, day by day, and which of them a rule refuses. */
@Controller("/api/hub/quality")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class QualityApi {

    private final ConnectedCrms crms;
    private final Scores scores;
    private final RefusedValues refused;

    QualityApi(ConnectedCrms crms, Scores scores, RefusedValues refused) {
        this.crms = crms;
        this.scores = scores;
        this.refused = refused;
    }

    /**
     * The last count of each day, the newest day first.
     *
     * @param crm all CRMs where none is named
     * @param days today, by UTC, is the first
     */
    @Get
    public List<Score> scores(
            @Nullable @QueryValue @OneLine(max = 60) String crm,
            @QueryValue(defaultValue = "30") @Min(1) @Max(400) int days) {
        Optional<String> named = Optional.ofNullable(crm);
        named.ifPresent(name -> HubProblems.mustBeConnected(crms, name));
        List<Score> found = scores.of(named, days);
        if (found.size() > Scores.MOST) {
            throw Invalid.because(
                    "days", "asks for more than " + Scores.MOST + " lines: name one crm, or ask for fewer days");
        }
        return found;
    }

    /**
     * Records whose value a rule of quality refuses now; 100 at most.
     *
     * @param after the id of the last one of the page before
     */
    @Get("/refused")
    public List<RefusedValue> refused(
            @QueryValue @OneLine(max = 60) String crm,
            @QueryValue @OneLine(max = 60) String entity,
            @QueryValue @OneLine(max = 60) String attribute,
            @QueryValue(defaultValue = "0") @Min(0) long after) {
        HubProblems.mustBeConnected(crms, crm);
        return refused.of(crm, entity, attribute, after)
                .orElseThrow(() -> HubProblems.notMapped(crm, entity, attribute));
    }
}
