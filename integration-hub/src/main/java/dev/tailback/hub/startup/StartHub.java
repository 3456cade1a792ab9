package dev.tailback.hub.startup;

import static dev.tailback.program.Variable.MICRONAUT_SERVER_HOST;
import static dev.tailback.program.Variable.MICRONAUT_SERVER_PORT;

import dev.tailback.hub.HubCommand;
import dev.tailback.hub.crms.DeclaredCrm;
import dev.tailback.hub.crms.DeclaredCrms;
import dev.tailback.hub.entity.Entities;
import dev.tailback.program.Endpoint;
import dev.tailback.program.Environment;
import dev.tailback.program.StartFailure;
import dev.tailback.web.startup.CallersLeft;
import dev.tailback.web.startup.PostgresAnswers;
import dev.tailback.web.startup.TablesOfAnotherVersion;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the hub: looks at the environment and the file of the CRMs first and names everything that is wrong there, waits
 * a while for PostgreSQL, and only then builds the program. Every CRM may be away; the hub works without it.
 */
public final class StartHub {

    private StartHub() {}

    /**
     * @param environment of the process
     * @return the running server; closing it ends everything it started
     * @throws dev.tailback.program.CannotStart with one sentence for each reason
     */
    public static EmbeddedServer start(Map<String, String> environment, Endpoint endpoint) {
        // force-rest-api's HttpURLConnection would silently send a POST a second time on a broken connection.
        System.setProperty("sun.net.http.retryPost", "false");
        CallersLeft.logInOneLine();
        Environment values = Environment.of(environment);
        List<DeclaredCrm> crms = HubEnvironment.check(values, environment);
        Map<String, String> given = values.inOneForm();
        values.refuse();
        // The endpoint holds what they say, unless the command line says something else.
        given.keySet().removeAll(List.of(MICRONAUT_SERVER_HOST.name(), MICRONAUT_SERVER_PORT.name()));
        PostgresAnswers.await(values);
        return run(given, endpoint, crms);
    }

    private static EmbeddedServer run(Map<String, String> values, Endpoint endpoint, List<DeclaredCrm> crms) {
        ApplicationContext context = context(values, endpoint, new DeclaredCrms(crms));
        try {
            context.start();
            // Before anything decides or asks.
            context.getBean(FirstVersions.class).begin();
            return context.getBean(EmbeddedServer.class).start();
        } catch (RuntimeException failure) {
            context.close();
            throw TablesOfAnotherVersion.in(failure).orElseGet(() -> StartFailure.of("hub", endpoint, failure));
        }
    }

    private static ApplicationContext context(Map<String, String> values, Endpoint endpoint, DeclaredCrms crms) {
        return Micronaut.build(new String[0])
                .mainClass(HubCommand.class)
                .banner(false)
                .singletons(crms, Entities.shipped())
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
