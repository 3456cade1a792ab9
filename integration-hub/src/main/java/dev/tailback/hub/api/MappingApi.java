package dev.tailback.hub.api;

import dev.tailback.crm.Described;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.remapping.KeepMapping;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Subject;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.security.Principal;
import java.util.Optional;

/** The mapping of one CRM: read, replaced, put back. */
@Controller("/api/hub/crms/{crm}/mapping")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class MappingApi {

    private final ConnectedCrms crms;
    private final VersionsOf versions;
    private final KeepMapping keep;
    private final SwitchedMapping switched;
    private final Entities entities;

    MappingApi(ConnectedCrms crms, VersionsOf versions, KeepMapping keep, SwitchedMapping switched, Entities entities) {
        this.crms = crms;
        this.versions = versions;
        this.keep = keep;
        this.switched = switched;
        this.entities = entities;
    }

    @Get
    public RulesApi.FileView mapping(@OneLine(max = 60) String crm) {
        return view(crm);
    }

    private RulesApi.FileView view(String crm) {
        HubProblems.mustBeConnected(crms, crm);
        Subject subject = Subject.mapping(crm);
        return RulesApi.FileView.of(versions.inForce(subject), versions.list(subject));
    }

    /** Compares a file with what the CRM has, keeps it as a version, and switches it on. */
    @Put
    @Secured("admin")
    public RulesApi.FileView switchOn(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "yaml");
        String yaml = order.file("yaml");
        Author author = new Author(order.who(), order.note());
        order.checked();
        long instead = versions.number(Subject.mapping(crm));
        switched.on(crm, kept(crm, yaml, author), instead, author);
        return view(crm);
    }

    private long kept(String crm, String yaml, Author author) {
        try {
            return keep.keep(crm, yaml, schema(crm, CrmMapping.read(yaml, entities)), author);
        } catch (DeclarationInvalid invalid) {
            throw HubProblems.unusable(invalid);
        }
    }

    private OrgSchema schema(String crm, CrmMapping mapping) {
        CrmMapping named = new CrmMapping(crm, mapping.objects());
        return crms.schema(named)
                .orElseThrow(() -> HubProblems.noCrm(crm))
                .map(Described::schema)
                .fold(
                        schema -> schema,
                        refused -> {
                            throw HubProblems.crmAway(refused.reason());
                        },
                        unavailable -> {
                            throw HubProblems.crmAway(unavailable.reason());
                        });
    }

    /** The version that was in force before, or the one that is named, is in force again, as a new version. */
    @Post("/put-back")
    @Secured("admin")
    public RulesApi.FileView putBack(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "version");
        Optional<Long> named = order.number("version");
        Author author = new Author(order.who(), order.note());
        order.checked();
        Subject subject = Subject.mapping(crm);
        long number = named.or(() -> versions.before(subject)).orElseThrow(HubProblems::noVersion);
        switched.back(crm, number, versions.number(subject), author);
        return view(crm);
    }
}
