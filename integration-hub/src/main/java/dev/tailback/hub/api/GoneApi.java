package dev.tailback.hub.api;

import dev.tailback.hub.dossier.GoldenView;
import dev.tailback.hub.dossier.ReadGolden;
import dev.tailback.hub.stewards.GoneRecord;
import dev.tailback.hub.stewards.GoneRecords;
import dev.tailback.hub.stewards.Said;
import dev.tailback.web.input.JsonBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records that people deleted in one CRM, while others still have them. */
@Controller("/api/hub/gone")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class GoneApi {

    private static final int MOST = 100;

    private final GoneRecords gone;
    private final ReadGolden goldens;

    GoneApi(GoneRecords gone, ReadGolden goldens) {
        this.gone = gone;
        this.goldens = goldens;
    }

    /** The longest gone first; 100 at most. */
    @Get
    public List<GoneView> open() {
        return gone.open(MOST).stream().map(this::view).toList();
    }

    private GoneView view(GoneRecord record) {
        return new GoneView(
                record.id(),
                record.crm(),
                record.object(),
                record.recordId(),
                record.entity(),
                record.goneAt(),
                record.stillIn(),
                goldens.of(record.goldenId()));
    }

    /** It stays gone there. The other CRMs keep theirs, and nothing is written by it. */
    @Post("/{id}")
    @Secured("operator")
    public HttpResponse<?> leave(long id, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller);
        Said said = new Said(order.who(), order.note());
        order.checked();
        if (!gone.leave(id, said)) {
            throw HubProblems.notOpen("record " + id);
        }
        return HttpResponse.noContent();
    }

    /**
     * @param id by which it is left
     * @param stillIn the CRMs that have a record of the same thing
     * @param golden what it stood for
     */
    @Serdeable
    public record GoneView(
            long id,
            String crm,
            String object,
            String recordId,
            String entity,
            Instant goneAt,
            List<String> stillIn,
            Optional<GoldenView> golden) {}
}
