package dev.tailback.web.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** No route reads what comes from outside in a way of its own; the guard is shown failing on routes that do. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneBoundaryTest implements TestPropertyProvider {

    /**
     * The rooms before the routes: who calls, from where, by which protocol. They compare, and keep and show nothing.
     */
    private static final Set<String> BEFORE_THE_ROUTES = Set.of(
            "input",
            "problems",
            "access",
            "sessions",
            "signin",
            "forwarded",
            "entrance",
            "selfcheck",
            "texts",
            "oidc",
            "traces");

    @Inject
    Router router;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("tailback.test.bad-routes", "true");
        return properties;
    }

    @Test
    void every_route_takes_only_what_the_boundary_has_read() {
        assertEquals(List.of(), broken(false));
    }

    @Test
    void a_route_that_reads_in_a_way_of_its_own_is_found() {
        List<String> found = broken(true);
        assertEquals(8, found.size(), found::toString);
        for (String sentence : List.of(
                "GET /bad-routes/text takes unchecked as a text without @OneLine or @ManyLines",
                "GET /bad-routes/path/{unchecked} takes unchecked as a text without @OneLine or @ManyLines",
                "GET /bad-routes/number takes unbounded as a number without @Min and @Max",
                "GET /bad-routes/header takes unchecked as a text without @OneLine or @ManyLines",
                "GET /bad-routes/cookie takes unchecked as a text without @OneLine or @ManyLines",
                "POST /bad-routes/mapped takes order as a Order",
                "POST /bad-routes/loose takes body as a Map",
                "POST /bad-routes/raw takes body as a byte[]")) {
            assertTrue(found.contains(sentence), found::toString);
        }
    }

    @Test
    void only_the_rooms_before_the_routes_look_into_a_request() {
        Path sources = Path.of("src", "main", "java", "dev", "tailback", "app");
        List<String> readers = InputRules.readersIn(sources);
        assertTrue(readers.contains("access/FormToken.java"), "the guard must see what it allows: " + readers);
        assertEquals(
                List.of(),
                readers.stream()
                        .filter(file -> !BEFORE_THE_ROUTES.contains(file.replaceFirst("/.*", "")))
                        .toList());
    }

    @Test
    void a_class_that_looks_into_a_request_is_found(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Bad.java"), "String q = request.getParameters().get(\"query\");");
        Files.writeString(sources.resolve("Worse.java"), "String h = request.getHeaders().get(\"X-Any\");");
        Files.writeString(sources.resolve("Good.java"), "visitors.of(request, who); response.getHeaders().set(a, b);");
        assertEquals(List.of("Bad.java", "Worse.java"), InputRules.readersIn(sources));
    }

    private List<String> broken(boolean bad) {
        return router.uriRoutes()
                .filter(route -> route.getDeclaringType().getName().startsWith("dev.tailback."))
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .filter(route -> BadRoutes.class.isAssignableFrom(route.getDeclaringType()) == bad)
                .flatMap(route -> InputRules.brokenBy(route).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
