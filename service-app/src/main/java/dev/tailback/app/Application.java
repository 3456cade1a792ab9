package dev.tailback.app;

import static dev.tailback.program.Variable.MICRONAUT_SERVER_HOST;
import static dev.tailback.program.Variable.MICRONAUT_SERVER_PORT;

import dev.tailback.app.startup.ServiceAppCommand;
import dev.tailback.app.startup.ServiceAppEnvironment;
import dev.tailback.program.Endpoint;
import dev.tailback.program.Environment;
import dev.tailback.program.Program;
import dev.tailback.program.StartFailure;
import dev.tailback.web.startup.CallersLeft;
import dev.tailback.web.startup.PostgresAnswers;
import dev.tailback.web.startup.TablesOfAnotherVersion;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the service app: looks at the environment first and names everything that is missing in it, waits a while for
 * PostgreSQL, and only then builds the program. Redis and Salesforce may be away; the service app works without them.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tailback service app",
                        version = "0.1",
                        description = "Contracts read live from Salesforce, ads and their usage entries. Errors are"
                                + " application/problem+json with a stable code."),
        security = {@SecurityRequirement(name = "basic"), @SecurityRequirement(name = "bearer")})
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public final class Application {

    private Application() {}

    public static void main(String[] arguments) {
        Program.main(new ServiceAppCommand(Application::startAndStay), arguments);
    }

    /**
     * Starts in this JVM, for programs that run several parts in one.
     *
     * @param environment what the process environment would hold, such as {@code DATASOURCES_DEFAULT_URL}
     * @param arguments as on the command line, such as {@code --port 8080}
     * @return the running server; closing it ends everything it started
     * @throws dev.tailback.program.CannotStart with one sentence for each reason
     */
    public static EmbeddedApplication<?> start(Map<String, String> environment, String... arguments) {
        Environment values = Environment.of(environment);
        Endpoint endpoint = Program.parsed(new ServiceAppCommand(Application::startAndStay), arguments)
                .endpoint(values);
        return start(values, endpoint);
    }

    private static void startAndStay(Environment environment, Endpoint endpoint) {
        EmbeddedApplication<?> running = start(environment, endpoint);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
    }

    private static EmbeddedApplication<?> start(Environment environment, Endpoint endpoint) {
        // HttpURLConnection, which force-rest-api uses, would silently send a POST a second time on a broken
        // connection.
        System.setProperty("sun.net.http.retryPost", "false");
        CallersLeft.logInOneLine();
        ServiceAppEnvironment.check(environment);
        Map<String, String> values = environment.inOneForm();
        environment.refuse();
        // The endpoint holds what they say, unless the command line says something else.
        values.keySet().removeAll(List.of(MICRONAUT_SERVER_HOST.name(), MICRONAUT_SERVER_PORT.name()));
        PostgresAnswers.await(environment);
        return run(values, endpoint);
    }

    // Micronaut's own start would end the process with a stack trace before anybody could say a sentence.
    private static EmbeddedApplication<?> run(Map<String, String> values, Endpoint endpoint) {
        ApplicationContext context = context(values, endpoint);
        try {
            return context.start().getBean(EmbeddedServer.class).start();
        } catch (RuntimeException failure) {
            context.close();
            throw TablesOfAnotherVersion.in(failure).orElseGet(() -> StartFailure.of("service-app", endpoint, failure));
        }
    }

    private static ApplicationContext context(Map<String, String> values, Endpoint endpoint) {
        return Micronaut.build(new String[0])
                .mainClass(Application.class)
                .banner(false)
                .propertySources(
                        PropertySource.of(
                                "given",
                                new HashMap<>(values),
                                PropertyConvention.ENVIRONMENT_VARIABLE,
                                Origin.of("the environment")),
                        PropertySource.of("address", endpoint.asProperties(), Origin.of("the command line")))
                .build();
    }
}
