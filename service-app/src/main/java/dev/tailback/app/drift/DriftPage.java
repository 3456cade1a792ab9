package dev.tailback.app.drift;

import dev.tailback.app.mapping.EffectView;
import dev.tailback.web.input.Paging;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How the org is now, and one page of how it was, the newest first.
 *
 * @param now as of the last look
 * @param effects what was left out or stopped because of it, and when that ended: the last fifty, the newest first
 */
@Serdeable
public record DriftPage(
        DriftView now, List<EffectView> effects, List<SchemaVersionView> versions, int page, boolean more) {

    static DriftPage of(DriftView now, List<EffectView> effects, List<SchemaVersionView> read, int page) {
        return new DriftPage(now, effects, Paging.shown(read), page, Paging.more(read));
    }
}
