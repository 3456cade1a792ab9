package dev.tailback.hub.api;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.crms.ConnectedCrms;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/** The connected CRMs. */
@Controller("/api/hub/crms")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class CrmsApi {

    private final ConnectedCrms crms;

    CrmsApi(ConnectedCrms crms) {
        this.crms = crms;
    }

    @Get
    List<CrmView> all() {
        return crms.all().stream().map(this::view).toList();
    }

    private CrmView view(Connection connection) {
        return new CrmView(
                connection.crm(),
                crms.kind(connection.crm()).orElse(""),
                connection.objects().stream().map(ObjectView::of).toList());
    }

    @Serdeable
    record CrmView(String crm, String kind, List<ObjectView> objects) {}

    @Serdeable
    record ObjectView(String object, String entity, Map<String, String> fields) {

        static ObjectView of(MappedObject mapped) {
            return new ObjectView(mapped.object(), mapped.entity(), mapped.fields());
        }
    }
}
