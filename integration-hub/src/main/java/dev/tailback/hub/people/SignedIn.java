package dev.tailback.hub.people;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** Who calls, for the framework. An admin may do everything that others may. */
@Singleton
class SignedIn implements AuthenticationFetcher<HttpRequest<?>> {

    private static final String ADMIN = "admin";
    private static final List<String> ALL = List.of("viewer", "operator", ADMIN);

    private final KnownCallers callers;
    private final ExecutorService blocking;

    SignedIn(KnownCallers callers, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.callers = callers;
        this.blocking = blocking;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<Credentials> credentials = Credentials.in(request);
        return credentials.isEmpty()
                ? Publishers.empty()
                : new AsyncSingleResultPublisher<>(
                        blocking,
                        () -> callers.of(credentials.get())
                                .map(SignedIn::authentication)
                                .orElse(null));
    }

    private static Authentication authentication(Caller caller) {
        List<String> roles = new ArrayList<>(caller.roles());
        if (roles.contains(ADMIN)) {
            roles.addAll(ALL);
        }
        return Authentication.build(caller.name(), roles);
    }
}
