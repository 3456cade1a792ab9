package dev.tailback.hub.api;

import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.remapping.PreviewMapping;
import dev.tailback.hub.remapping.Touched;
import dev.tailback.hub.remapping.WouldCreate;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Subject;
import dev.tailback.mapping.declaration.DeclarationInvalid;
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
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/** The mapping of one CRM: read, previewed, replaced, put back. */
@Controller("/api/hub/crms/{crm}/mapping")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class MappingApi {

    private final ConnectedCrms crms;
    private final VersionsOf versions;
    private final CheckedMapping checked;
    private final PreviewMapping preview;
    private final SwitchedMapping switched;

    MappingApi(
            ConnectedCrms crms,
            VersionsOf versions,
            CheckedMapping checked,
            PreviewMapping preview,
            SwitchedMapping switched) {
        this.crms = crms;
        this.versions = versions;
        this.checked = checked;
        this.preview = preview;
        this.switched = switched;
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

    /** Compares a file with what the CRM has, and says what would change. It is kept as a version, and maps nothing. */
    @Post("/preview")
    @Secured("admin")
    public PreviewView preview(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "yaml");
        String yaml = order.file("yaml");
        Author author = new Author(order.who(), order.note());
        order.checked();
        try {
            long instead = versions.number(Subject.mapping(crm));
            long number = checked.kept(crm, yaml, author);
            return new PreviewView(
                    number,
                    instead,
                    preview.of(crm, number).stream().map(ChangeView::of).toList(),
                    preview.creations(crm, number).stream()
                            .map(CreationView::of)
                            .toList());
        } catch (DeclarationInvalid invalid) {
            throw HubProblems.unusable(invalid);
        }
    }

    /** Compares a file with what the CRM has, keeps it as a version, and switches it on. */
    @Put
    @Secured("admin")
    public RulesApi.FileView switchOn(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "yaml", "instead");
        String yaml = order.file("yaml");
        Optional<Long> looked = order.number("instead");
        Author author = new Author(order.who(), order.note());
        order.checked();
        long instead = looked.orElseGet(() -> versions.number(Subject.mapping(crm)));
        switched.on(crm, checked.kept(crm, yaml, author), instead, author);
        return view(crm);
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

    /** @param instead the version that it was compared with */
    @Serdeable
    public record PreviewView(long version, long instead, List<ChangeView> changes, List<CreationView> creations) {}

    /**
     * @param before the field that stands for the attribute now; empty where none does
     * @param after the field that would; empty where none would
     * @param said in how many records people said something there until now, which would stop to count
     * @param read how many known records would be read from the beginning
     */
    @Serdeable
    public record ChangeView(
            String object,
            String entity,
            String attribute,
            String before,
            String after,
            String sentence,
            long said,
            long read) {

        static ChangeView of(Touched touched) {
            return new ChangeView(
                    touched.change().object(),
                    touched.change().entity(),
                    touched.change().attribute(),
                    touched.change().before().orElse(""),
                    touched.change().after().orElse(""),
                    touched.change().sentence(),
                    touched.said(),
                    touched.read());
        }
    }

    /**
     * That another mapping creates customers in an object, or does not any more.
     *
     * @param key the field that knows what was created; empty where nothing is created any more
     * @param records how many customers would be created, at most: those for which a steward is asked wait
     */
    @Serdeable
    public record CreationView(String object, String entity, String key, String sentence, long records) {

        static CreationView of(WouldCreate would) {
            return new CreationView(
                    would.change().object(),
                    would.change().entity(),
                    would.change().after().map(Creates::key).orElse(""),
                    would.change().sentence(),
                    would.records());
        }
    }
}
