package dev.tailback.hub.allowance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** An operator stopped or resumed all calls to a CRM. */
@MappedEntity("crm_pause")
public record PauseAct(@Id long id, String crm, Kind act, String who, String note, Instant at) {

    public enum Kind {
        PAUSED,
        RESUMED
    }
}
