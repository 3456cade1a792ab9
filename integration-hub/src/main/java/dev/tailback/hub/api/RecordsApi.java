package dev.tailback.hub.api;

import dev.tailback.hub.dossier.Before;
import dev.tailback.hub.dossier.FindGoldens;
import dev.tailback.hub.dossier.FoundGolden;
import dev.tailback.hub.dossier.GoldenView;
import dev.tailback.hub.dossier.Moment;
import dev.tailback.hub.dossier.ReadGolden;
import dev.tailback.hub.dossier.ReadSources;
import dev.tailback.hub.dossier.ReadTimeline;
import dev.tailback.hub.dossier.ReadWhy;
import dev.tailback.hub.dossier.SourceView;
import dev.tailback.hub.dossier.Why;
import dev.tailback.web.input.OneLine;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Golden records: found, shown with the CRMs' records side by side, and explained. */
@Controller("/api/hub/records")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class RecordsApi {

    private static final int PAGE = 100;

    private final FindGoldens find;
    private final ReadGolden golden;
    private final ReadSources sources;
    private final ReadWhy why;
    private final ReadTimeline timeline;

    RecordsApi(FindGoldens find, ReadGolden golden, ReadSources sources, ReadWhy why, ReadTimeline timeline) {
        this.find = find;
        this.golden = golden;
        this.sources = sources;
        this.why = why;
        this.timeline = timeline;
    }

    /**
     * At most 100, in the order of their ids.
     *
     * @param search words of a name, an e-mail address, a phone number, a website, or an id
     * @param after the last one of the page before
     */
    @Get
    public List<FoundGolden> find(@QueryValue @OneLine(max = 200) String search, @Nullable @QueryValue UUID after) {
        return find.find(search, Optional.ofNullable(after), PAGE);
    }

    @Get("/{id}")
    public RecordView one(UUID id) {
        return golden.of(id)
                .map(found -> new RecordView(found, sources.of(id)))
                .orElseThrow(() -> HubProblems.noRecord(id));
    }

    /** The decisions about one attribute, the newest first: it holds. */
    @Get("/{id}/why/{attribute}")
    public List<Why> why(UUID id, @OneLine(max = 60) String attribute) {
        mustBeThere(id);
        return why.of(id, attribute, Long.MAX_VALUE, ReadWhy.MOST);
    }

    /** The last 200 things that happened to it, the newest first. */
    @Get("/{id}/timeline")
    public List<Moment> timeline(UUID id) {
        mustBeThere(id);
        return timeline.of(id, Before.NOW, ReadTimeline.MOST);
    }

    private void mustBeThere(UUID id) {
        if (golden.of(id).isEmpty()) {
            throw HubProblems.noRecord(id);
        }
    }

    @Serdeable
    public record RecordView(GoldenView golden, List<SourceView> sources) {}
}
