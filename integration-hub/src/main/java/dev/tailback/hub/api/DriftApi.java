package dev.tailback.hub.api;

import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.drift.Drift;
import dev.tailback.hub.drift.Rename;
import dev.tailback.hub.drift.SchemaVersion;
import dev.tailback.hub.drift.StoppedField;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What of a CRM's schema is otherwise than the mapping expects, and which new names may be meant. */
@Controller("/api/hub/crms/{crm}/drift")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class DriftApi {

    private final ConnectedCrms crms;
    private final Drift drift;

    DriftApi(ConnectedCrms crms, Drift drift) {
        this.crms = crms;
        this.drift = drift;
    }

    @Get
    public DriftView of(@OneLine(max = 60) String crm) {
        HubProblems.mustBeConnected(crms, crm);
        return new DriftView(drift.lookedAt(crm), drift.stopped(crm), drift.suggestions(crm), drift.versions(crm));
    }

    /** @param suggestions what a new mapping may say, the likeliest first; a person applies it */
    @Serdeable
    public record DriftView(
            Optional<Instant> lookedAt,
            List<StoppedField> stopped,
            List<Rename> suggestions,
            List<SchemaVersion> history) {}
}
