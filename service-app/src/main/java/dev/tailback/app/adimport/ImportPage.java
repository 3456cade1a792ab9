package dev.tailback.app.adimport;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.TextRule;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The page for many ads at once: paste or choose a file, look at every row, save. */
@Hidden
@Controller("/ads/import")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportPage {

    private static final TextRule TOKEN = TextRule.line(50);
    private static final TextRule TEXT = TextRule.lines(ImportFile.MOST_LETTERS);

    private final ImportAds ads;
    private final SyncReading sync;
    private final Visitors visitors;

    ImportPage(ImportAds ads, SyncReading sync, Visitors visitors) {
        this.ads = ads;
        this.sync = sync;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who) {
        return page(screen(visitors.of(request, who), "", "", Optional.empty(), List.of(), false));
    }

    /** Looks at the rows, or saves them when the form of the preview was sent. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rows(HttpRequest<?> request, Authentication who, @Body Form fields) {
        Visitor visitor = visitors.of(request, who);
        String text = fields.text("text", TEXT);
        String token = fields.text("token", TOKEN);
        ImportFile file = ImportFile.of(text, visitor.texts());
        if (file.fault().isPresent()) {
            return page(screen(visitor, text, "", file.fault(), List.of(), false));
        }
        boolean saves = !token.isEmpty();
        List<RowShown> rows = saves
                ? ads.save(file.rows(), token, who.getName(), visitor.texts())
                : ads.preview(file.rows(), visitor.texts());
        String next = saves ? token : UUID.randomUUID().toString();
        return page(screen(visitor, text, next, Optional.empty(), rows, saves));
    }

    private ImportScreen screen(
            Visitor visitor, String text, String token, Optional<String> fault, List<RowShown> rows, boolean saved) {
        return new ImportScreen(visitor, SyncBanner.of(sync.now()), text, token, fault, rows, saved);
    }

    private static HttpResponse<?> page(ImportScreen screen) {
        HttpStatus status = screen.fault().isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
        return HttpResponse.status(status).body(new ModelAndView<>("import", Map.of("screen", screen)));
    }
}
