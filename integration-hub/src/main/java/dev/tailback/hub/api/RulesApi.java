package dev.tailback.hub.api;

import dev.tailback.hub.rulebook.KeepRules;
import dev.tailback.hub.rulebook.PreviewRules;
import dev.tailback.hub.survivorship.RulesPreview;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Version;
import dev.tailback.hub.versions.VersionLine;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.web.input.JsonBody;
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
import java.util.Map;
import java.util.Optional;

/** The survivorship rules: read, previewed, switched on, put back. */
@Controller("/api/hub/rules")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class RulesApi {

    private final VersionsOf versions;
    private final KeepRules keep;
    private final PreviewRules preview;
    private final SwitchedRules switched;

    RulesApi(VersionsOf versions, KeepRules keep, PreviewRules preview, SwitchedRules switched) {
        this.versions = versions;
        this.keep = keep;
        this.preview = preview;
        this.switched = switched;
    }

    /** Those in force, and the newest 100 versions. */
    @Get
    public FileView rules() {
        return view();
    }

    private FileView view() {
        return FileView.of(versions.inForce(Subject.RULES), versions.list(Subject.RULES));
    }

    /** What a file would change, counted over all golden records. It is kept as a version, and decides nothing. */
    @Post("/preview")
    @Secured("admin")
    public PreviewView preview(@Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "yaml");
        long number = kept(order.file("yaml"), order);
        try {
            return preview.switchingOn(number, PreviewRules.MOST_LISTED)
                    .map(counted -> PreviewView.of(number, counted))
                    .orElseThrow(HubProblems::noVersion);
        } catch (DeclarationInvalid invalid) {
            throw HubProblems.unusable(invalid);
        }
    }

    /** Keeps a file as a version, unless the newest one is the same, and switches it on. */
    @Put
    @Secured("admin")
    public FileView switchOn(@Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "yaml", "instead");
        long number = kept(order.file("yaml"), order);
        Optional<Long> instead = order.number("instead");
        switched.on(number, instead.orElseGet(() -> versions.number(Subject.RULES)), author(order));
        return view();
    }

    /** The version that was in force before, or the one that is named, is in force again, as a new version. */
    @Post("/put-back")
    @Secured("admin")
    public FileView putBack(@Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "version");
        Optional<Long> named = order.number("version");
        Author author = author(order);
        order.checked();
        long number = named.or(() -> versions.before(Subject.RULES)).orElseThrow(HubProblems::noVersion);
        switched.back(number, versions.number(Subject.RULES), author);
        return view();
    }

    private static Author author(Order order) {
        return new Author(order.who(), order.note());
    }

    private long kept(String yaml, Order order) {
        Author author = author(order);
        order.checked();
        Optional<Version> newest =
                versions.newest(Subject.RULES).filter(version -> version.text().equals(yaml));
        if (newest.isPresent()) {
            return newest.get().number();
        }
        try {
            return keep.keep(yaml, author);
        } catch (DeclarationInvalid invalid) {
            throw HubProblems.unusable(invalid);
        }
    }

    /** @param yaml as its author wrote it */
    @Serdeable
    public record FileView(long version, String yaml, String author, String note, List<VersionLine> versions) {

        static FileView of(Version inForce, List<VersionLine> versions) {
            return new FileView(inForce.number(), inForce.text(), inForce.who(), inForce.note(), versions);
        }
    }

    /**
     * @param changesByRule how many values would change, by entity and attribute: {@code company.phone}
     * @param listed the first 500
     */
    @Serdeable
    public record PreviewView(
            long version,
            long compared,
            long changedRecords,
            Map<String, Long> changesByRule,
            List<DifferenceView> listed) {

        static PreviewView of(long version, RulesPreview preview) {
            return new PreviewView(
                    version,
                    preview.compared(),
                    preview.changedRecords(),
                    preview.changesByRule(),
                    preview.listed().stream().map(DifferenceView::of).toList());
        }
    }

    @Serdeable
    public record DifferenceView(String record, String entity, String attribute, String before, String after) {

        static DifferenceView of(RulesPreview.Difference difference) {
            return new DifferenceView(
                    difference.golden(),
                    difference.entity(),
                    difference.attribute(),
                    difference.before().value().orElse(""),
                    difference.after().value().orElse(""));
        }
    }
}
