package dev.tailback.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.web.router.Router;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route of the running service app, by every role and logged out. The routes come from the router itself, what
 * is expected from {@code access/routes.txt}: a new route is not forgotten, it fails here until it has its line.
 */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest implements TestPropertyProvider {

    private static final String GUARDED = "GET /api/forgotten";
    private static final String TOO_OPEN = "POST /forgotten";

    private final RouteTable table = RouteTable.read();
    private final Map<String, Browser> browsers = new HashMap<>();

    @Inject
    EmbeddedServer server;

    @Inject
    Router router;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("tailback.test.forgotten", "true");
        return properties;
    }

    /** Routes without a line in the table. */
    @Hidden
    @Controller
    @Requires(property = "tailback.test.forgotten")
    static class Forgotten {

        @Get("/api/forgotten")
        @Secured("operator")
        String read() {
            return "";
        }

        @Post("/forgotten")
        @Secured({"service", "viewer"})
        String write() {
            return "";
        }
    }

    @Test
    void every_route_has_its_line_and_one_without_is_found() {
        assertEquals(Set.of(GUARDED, TOO_OPEN), table.unlisted(offered()), "add these to access/routes.txt");
    }

    @Test
    void every_line_has_its_route() {
        assertEquals(Set.of(), table.gone(offered()), "take these out of access/routes.txt");
        assertEquals(Set.of("GET /gone"), RouteTable.of("GET /gone: service").gone(offered()));
    }

    /** Pages first: what ends all sessions of an account is a route of the API. */
    @TestFactory
    Stream<DynamicTest> every_route_lets_in_whom_the_table_names() {
        List<String> routes = table.routes().stream()
                .sorted((one, other) -> Boolean.compare(isApi(one), isApi(other)))
                .toList();
        return routes.stream()
                .flatMap(route -> Stream.concat(Stream.of("", "admin"), RouteTable.ROLES.stream())
                        .map(role -> DynamicTest.dynamicTest(
                                route + " as " + (role.isEmpty() ? "nobody" : role),
                                () -> assertAccess(table, route, role))));
    }

    @Test
    void a_route_that_lets_in_too_many_or_too_few_is_found() {
        RouteTable wrong = RouteTable.of(GUARDED + ": service\n" + TOO_OPEN + ": service");
        for (String role : List.of("service", "operator")) {
            assertThrows(AssertionError.class, () -> assertAccess(wrong, GUARDED, role), role);
        }
        assertThrows(AssertionError.class, () -> assertAccess(wrong, TOO_OPEN, "viewer"));
        RouteTable open = RouteTable.of(GUARDED + ": open");
        assertThrows(AssertionError.class, () -> assertAccess(open, GUARDED, ""));
    }

    private void assertAccess(RouteTable expected, String route, String role) {
        HttpResponse<String> answer = call(route, role);
        if (expected.isOpen(route) || (!role.isEmpty() && expected.allows(route, role))) {
            // An open form may well say 401 to an empty name; only a guard says "unauthorized".
            assertTrue(!answer.body().contains("unauthorized"), () -> answer.statusCode() + " " + answer.body());
            assertTrue(!answer.body().contains("forbidden"), () -> answer.statusCode() + " " + answer.body());
            assertTrue(!isLogin(answer) || route.endsWith("/logout"), "it was sent to the login page");
            assertTrue(answer.statusCode() < 500 || answer.statusCode() == 503, answer::body);
        } else if (role.isEmpty()) {
            assertTrue(answer.statusCode() == 401 || isLogin(answer), () -> answer.statusCode() + " " + answer.body());
        } else {
            assertEquals(403, answer.statusCode(), answer::body);
            assertTrue(answer.body().contains("forbidden"), answer::body);
        }
    }

    private HttpResponse<String> call(String route, String role) {
        String method = route.substring(0, route.indexOf(' '));
        String path = path(route.substring(route.indexOf(' ') + 1), role);
        if (isApi(route)) {
            return as(role).send(method, path, "application/json", method.equals("GET") ? "" : "{}");
        }
        Browser browser = path.equals("/logout") ? newBrowser(role) : browser(role);
        return method.equals("GET") ? browser.open(path) : browser.submit(path);
    }

    private Caller as(String role) {
        return role.isEmpty() ? Caller.anonymous(server) : Caller.as(role, server);
    }

    private Browser browser(String role) {
        return browsers.computeIfAbsent(role, this::newBrowser);
    }

    private Browser newBrowser(String role) {
        if (role.isEmpty()) {
            Browser stranger = Browser.at(server);
            stranger.open("/login");
            return stranger;
        }
        Browser browser = Browser.loggedInAs(role, server);
        browser.open("/");
        return browser;
    }

    /** A place that looks right and is nothing: no ad, entry or contract has it. An account is the caller's own. */
    private static String path(String template, String role) {
        return template.replace("/accounts/{name}", "/accounts/" + (role.isEmpty() ? "admin" : role))
                .replace("/health/{selector}", "/health/liveness")
                .replace("/api/contracts/{id}", "/api/contracts/800000000000001AAA")
                .replace("/contracts/{id}", "/contracts/800000000000001AAA")
                .replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
    }

    private static boolean isApi(String route) {
        return route.contains(" /api/");
    }

    private static boolean isLogin(HttpResponse<String> answer) {
        return answer.statusCode() == 303
                && answer.headers().firstValue("Location").orElse("").startsWith("/login");
    }

    private Set<String> offered() {
        return router.uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString().replaceAll("\\{[?&][^}]*}", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
