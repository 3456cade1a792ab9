package dev.tailback.app.ownaccount;

import dev.tailback.app.ownaccount.OwnAccountScreen.Notice;
import dev.tailback.app.sessions.SessionTokens;
import dev.tailback.app.signin.ApiTokens;
import dev.tailback.app.signin.ApiTokens.Wish;
import dev.tailback.app.signin.ChoosePassword;
import dev.tailback.app.signin.FreshLogin;
import dev.tailback.web.forwarded.ForwardedHeaders;
import dev.tailback.web.input.Form;
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
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/**
 * A new API token for one's own account. It asks for the password, or for a fresh login of people who have none, so that
 * a session left open makes none.
 */
@Hidden
@Controller("/account/tokens")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnTokensPage {

    private final OwnAccountScreens screens;
    private final ApiTokens tokens;
    private final ChoosePassword passwords;
    private final FreshLogin fresh;
    private final ForwardedHeaders forwarded;

    OwnTokensPage(
            OwnAccountScreens screens,
            ApiTokens tokens,
            ChoosePassword passwords,
            FreshLogin fresh,
            ForwardedHeaders forwarded) {
        this.screens = screens;
        this.tokens = tokens;
        this.passwords = passwords;
        this.fresh = fresh;
        this.forwarded = forwarded;
    }

    /** The token is on the page that answers, and nowhere else. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<Object> request, Authentication who, @Body Form form) {
        Texts texts = Texts.of(request);
        String name = form.text("name", TextRule.line(100)).strip();
        String days = form.text("days");
        if (name.isEmpty() || form.all("role").isEmpty() || !days.matches("[1-9]\\d{0,2}") || tooLong(days)) {
            return refused(HttpStatus.BAD_REQUEST, request, who, texts.of("account.token-wrong", ApiTokens.MOST_DAYS));
        }
        try {
            if (!isPresent(request, who, form)) {
                String sentence = SessionTokens.isOfProvider(who) ? "account.not-fresh" : "account.wrong-password";
                return refused(HttpStatus.FORBIDDEN, request, who, texts.of(sentence));
            }
            Wish wish = new Wish(name, form.all("role"), Integer.parseInt(days));
            String address = forwarded.address(request).getHostAddress();
            return screens.page(HttpStatus.OK, request, who, Notice.token(tokens.create(who.getName(), wish, address)));
        } catch (Problem refusal) {
            return refused(refusal.status(), request, who, Sentences.of(refusal, texts));
        }
    }

    private boolean isPresent(HttpRequest<Object> request, Authentication who, Form form) {
        return SessionTokens.isOfProvider(who)
                ? fresh.opened(request, who.getName())
                : passwords.isRight(request, who.getName(), form.text("present", TextRule.line(300)));
    }

    private static boolean tooLong(String days) {
        return Integer.parseInt(days) > ApiTokens.MOST_DAYS;
    }

    private HttpResponse<?> refused(HttpStatus status, HttpRequest<?> request, Authentication who, String error) {
        return screens.page(status, request, who, Notice.error(error));
    }
}
