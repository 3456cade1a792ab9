package dev.tailback.app.sessions;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
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
class SessionTokens implements TokenValidator<HttpRequest<?>> {

    private final TokenSignature signature;
    private final LivingSessions living;
    private final Scheduler blocking;

    SessionTokens(
            TokenSignature signature, LivingSessions living, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.signature = signature;
        this.living = living;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
        return Mono.justOrEmpty(signature.read(token))
                .flatMap(ours -> Mono.fromCallable(() -> living.rolesOf(ours))
                        .subscribeOn(blocking)
                        .flatMap(Mono::justOrEmpty)
                        .map(roles -> Authentication.build(ours.username(), roles)));
    }
}
