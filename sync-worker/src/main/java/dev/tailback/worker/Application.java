package dev.tailback.worker;

import dev.tailback.program.Endpoint;
import dev.tailback.program.Environment;
import dev.tailback.program.ListenOptions;
import dev.tailback.program.Program;
import dev.tailback.program.StartFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Starts the sync worker. Redis and Salesforce may be down then: it waits for them. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        Program.main(new SyncWorkerCommand(), arguments);
    }

    /**
     * Starts in this JVM, for programs that run several parts in one.
     *
     * @param environment what the process environment would hold
     * @param arguments as on the command line, such as {@code --port 8081}
     * @return the running worker; closing it stops it gracefully
     * @throws dev.tailback.program.CannotStart with one sentence for each thing that is wrong
     */
    public static EmbeddedApplication<?> start(Map<String, String> environment, String... arguments) {
        ListenOptions listen =
                Program.parsed(new SyncWorkerCommand(), arguments).listen();
        return start(Environment.of(environment), listen);
    }

    static EmbeddedApplication<?> start(Environment environment, ListenOptions listen) {
        Endpoint endpoint = listen.endpoint(environment, SyncWorkerCommand.STANDARD_PORT);
        return start(WorkerConfiguration.read(environment), endpoint);
    }

    /** As above, with the configuration at hand. */
    public static EmbeddedApplication<?> start(WorkerConfiguration configuration, Endpoint endpoint) {
        // HttpURLConnection, which force-rest-api uses for reading, must never repeat a POST on its own.
        System.setProperty("sun.net.http.retryPost", "false");
        ApplicationContext context = context(configuration, endpoint);
        try {
            // Micronaut's own start would end the process with a stack trace before a sentence could be said.
            return context.start().getBean(EmbeddedServer.class).start();
        } catch (RuntimeException failure) {
            context.close();
            throw StartFailure.of("sync-worker", endpoint, failure);
        }
    }

    private static ApplicationContext context(WorkerConfiguration configuration, Endpoint endpoint) {
        return Micronaut.build(new String[0])
                .mainClass(Application.class)
                .banner(false)
                .singletons(configuration)
                .propertySources(PropertySource.of("address", endpoint.asProperties()))
                .build();
    }
}
