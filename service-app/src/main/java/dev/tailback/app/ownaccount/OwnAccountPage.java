package dev.tailback.app.ownaccount;

import dev.tailback.app.ownaccount.OwnAccountScreen.Notice;
import dev.tailback.app.signin.ChoosePassword;
import dev.tailback.app.signin.EndSessions;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.TextRule;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
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
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** One's own account: the password, and the sessions that live. */
@Hidden
@Controller("/account")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnAccountPage {

    private static final TextRule PASSWORD = TextRule.line(300);

    private final OwnAccountScreens screens;
    private final ChoosePassword choosePassword;
    private final EndSessions sessions;

    OwnAccountPage(OwnAccountScreens screens, ChoosePassword choosePassword, EndSessions sessions) {
        this.screens = screens;
        this.choosePassword = choosePassword;
        this.sessions = sessions;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who) {
        return screens.page(HttpStatus.OK, request, who, Notice.NONE);
    }

    @Post("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choosePassword(HttpRequest<Object> request, Authentication who, @Body Form form) {
        Texts texts = Texts.of(request);
        String chosen = form.text("password", PASSWORD);
        if (!chosen.equals(form.text("again", PASSWORD))) {
            return refused(HttpStatus.BAD_REQUEST, request, who, texts.of("account.not-the-same"));
        }
        try {
            choosePassword.choose(request, who.getName(), form.text("present", PASSWORD), chosen);
            return screens.page(HttpStatus.OK, request, who, Notice.done(texts.of("account.password-changed")));
        } catch (Problem refusal) {
            return refused(refusal.status(), request, who, Sentences.of(refusal, texts));
        }
    }

    /** Ends all sessions and bearer tokens but the one at hand. */
    @Post("/sessions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endOthers(HttpRequest<?> request, Authentication who, @Body Form form) {
        int ended = sessions.all(who.getName(), who.getName(), screens.current(request), null);
        String done = Texts.of(request).of("account.sessions-ended", ended);
        return screens.page(HttpStatus.OK, request, who, Notice.done(done));
    }

    /** Ends one session or token; one that is over already is no fault. */
    @Post("/sessions/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, Authentication who, @OneLine(max = 100) String id, @Body Form form) {
        sessions.one(who.getName(), who.getName(), id, null);
        String done = Texts.of(request).of("account.sessions-ended", 1);
        return screens.page(HttpStatus.OK, request, who, Notice.done(done));
    }

    private HttpResponse<?> refused(HttpStatus status, HttpRequest<?> request, Authentication who, String error) {
        return screens.page(status, request, who, Notice.error(error));
    }
}
