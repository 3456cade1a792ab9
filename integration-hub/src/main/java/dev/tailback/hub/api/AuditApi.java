package dev.tailback.hub.api;

import dev.tailback.hub.audit.Asked;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.audit.KeptAct;
import dev.tailback.web.input.OneLine;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people did. */
@Controller("/api/hub/audit")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
public class AuditApi {

    private final Audit audit;

    AuditApi(Audit audit) {
        this.audit = audit;
    }

    /**
     * The newest first; 200 at most.
     *
     * @param before the id of the last act of the page before
     */
    @Get
    public List<KeptAct> acts(
            @Nullable @QueryValue @OneLine(max = 200) String who,
            @Nullable @QueryValue Deed what,
            @Nullable @QueryValue UUID record,
            @Nullable @QueryValue Long before) {
        Asked asked = new Asked(Optional.ofNullable(who), Optional.ofNullable(what), Optional.ofNullable(record));
        return audit.read(asked, before == null ? Long.MAX_VALUE : before, Audit.MOST);
    }
}
