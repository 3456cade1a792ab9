package dev.tailback.app.selfcheck;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every route refuses who has not signed in, but for the few that are meant to be open. */
@Singleton
class RoutesCheck implements SelfCheck {

    /** What anybody may call: probes, the login page, and the way to the OpenID provider and back. */
    private static final Set<String> OPEN = Set.of(
            "/login",
            "/login/again",
            "/login/oidc",
            "/login/oidc/callback",
            "/login/done",
            "/health",
            "/health/liveness",
            "/health/readiness");

    /** Forms before there is a session: with the token of the visit, or kept until there is one. */
    private static final Set<String> LOGIN_FORMS = Set.of("/login", "/login/again", "/login/keep", "/login/kept");

    private static final Set<String> OPEN_METHODS = Set.of("GET", "HEAD");

    private final Router router;

    RoutesCheck(Router router) {
        this.router = router;
    }

    @Override
    public List<String> failures(OwnServer self) {
        Stream<String> open = router.uriRoutes()
                .map(Route::of)
                .distinct()
                .filter(route -> !route.isMeantToBeOpen())
                .filter(route -> self.status(route.method(), route.path()) != 401)
                .map(route -> route.method() + " " + route.path() + " does not refuse who has not signed in."
                        + " The service app does not start; report this as a security bug, see SECURITY.md.");
        Stream<String> unknown = self.status("GET", "/no-such-page") == 401
                ? Stream.of()
                : Stream.of("Addresses that do not exist do not refuse who has not signed in. The service app does not"
                        + " start; report this as a security bug, see SECURITY.md.");
        return Stream.concat(open, unknown).toList();
    }

    private record Route(String method, String path) {

        static Route of(UriRouteInfo<?, ?> info) {
            String path = info.getUriMatchTemplate()
                    .toPathString()
                    .replaceAll("\\{[?&][^}]*}", "")
                    .replaceAll("\\{[^}]*}", "0");
            return new Route(info.getHttpMethodName(), path);
        }

        boolean isMeantToBeOpen() {
            boolean loginForm = LOGIN_FORMS.contains(path) && method.equals("POST");
            boolean health = path.startsWith("/health/");
            return loginForm || ((OPEN.contains(path) || health) && OPEN_METHODS.contains(method));
        }
    }
}
