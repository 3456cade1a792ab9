package dev.tailback.app.sessions;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The only validator of tokens: a token counts when we signed it and its session lives. The account's roles come from
 * PostgreSQL, never from the token.
 */
@Singleton
public class SessionTokens implements TokenValidator<HttpRequest<?>> {

    private static final String PASSWORD_ONCE = "passwordOnce";
    private static final String OF_PROVIDER = "ofProvider";

    private final TokenSignature signature;
    private final LivingSessions living;
    private final Scheduler blocking;

    SessionTokens(
            TokenSignature signature, LivingSessions living, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.signature = signature;
        this.living = living;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    /** Whether the account may do nothing but choose a password of its own. */
    public static boolean mustChoosePassword(Authentication who) {
        return Boolean.TRUE.equals(who.getAttributes().get(PASSWORD_ONCE));
    }

    /** Whether an OpenID provider vouches for the person, who has no password here. */
    public static boolean isOfProvider(Authentication who) {
        return Boolean.TRUE.equals(who.getAttributes().get(OF_PROVIDER));
    }

    /** The marks of an account that has a password, for who signs in with every call. */
    public static Map<String, Object> attributes(boolean passwordOnce) {
        return Map.of(PASSWORD_ONCE, passwordOnce);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
        return Mono.justOrEmpty(signature.read(token))
                .flatMap(ours -> Mono.fromCallable(() -> living.holderOf(ours, isUse(request)))
                        .subscribeOn(blocking)
                        .flatMap(Mono::justOrEmpty)
                        .map(holder -> Authentication.build(ours.username(), holder.allowed(), attributes(holder))));
    }

    private static Map<String, Object> attributes(Holder holder) {
        return Map.of(PASSWORD_ONCE, holder.passwordOnce(), OF_PROVIDER, holder.ofProvider());
    }

    // A page that asks by itself, such as an open one at a desk where nobody sits, does not keep its session alive.
    private static boolean isUse(HttpRequest<?> request) {
        boolean asksByItself =
                request.getHeaders().contains("HX-Request") || request.getPath().equals("/session");
        return request.getMethod() == HttpMethod.POST || !asksByItself;
    }
}
