package dev.tailback.app;

import dev.tailback.app.startup.Arguments;
import dev.tailback.app.startup.CallersLeft;
import dev.tailback.app.startup.CannotStart;
import dev.tailback.app.startup.Migrate;
import dev.tailback.app.startup.PostgresAnswers;
import dev.tailback.app.startup.RequiredEnvironment;
import dev.tailback.app.startup.WhyNotStarted;
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
        try {
            if (List.of(arguments).equals(List.of("--migrate"))) {
                Migrate.database(System.getenv());
                return;
            }
            EmbeddedApplication<?> running = start(System.getenv(), arguments);
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        } catch (CannotStart reason) {
            reason.sentences().forEach(System.err::println);
            System.exit(reason.exitCode());
        }
    }

    /**
     * Starts in this JVM, for programs that run several parts in one.
     *
     * @param environment what the process environment would hold, such as {@code DATASOURCES_DEFAULT_URL}
     * @param arguments as on the command line, such as {@code --port 8080}
     * @return the running server; closing it ends everything it started
     * @throws CannotStart with one sentence for each reason
     */
    public static EmbeddedApplication<?> start(Map<String, String> environment, String... arguments) {
        // HttpURLConnection, which force-rest-api uses, would silently send a POST a second time on a broken
        // connection.
        System.setProperty("sun.net.http.retryPost", "false");
        CallersLeft.logInOneLine();
        Arguments given = Arguments.parse(arguments);
        RequiredEnvironment.check(environment);
        PostgresAnswers.await(environment);
        return run(environment, given);
    }

    // Micronaut's own start would end the process with a stack trace before anybody could say a sentence.
    private static EmbeddedApplication<?> run(Map<String, String> environment, Arguments given) {
        ApplicationContext context = context(environment, given);
        try {
            return context.start().getBean(EmbeddedServer.class).start();
        } catch (RuntimeException failure) {
            context.close();
            throw WhyNotStarted.of(failure);
        }
    }

    private static ApplicationContext context(Map<String, String> environment, Arguments given) {
        return Micronaut.build(new String[0])
                .mainClass(Application.class)
                .banner(false)
                .propertySources(
                        PropertySource.of(
                                "given",
                                new HashMap<>(environment),
                                PropertyConvention.ENVIRONMENT_VARIABLE,
                                Origin.of("the environment")),
                        PropertySource.of("arguments", given.properties(), Origin.of("the command line")))
                .build();
    }
}
