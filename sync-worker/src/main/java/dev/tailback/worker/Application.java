package dev.tailback.worker;

import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import java.util.List;
import java.util.Map;

/** Starts the sync worker. Redis and Salesforce may be down then: it waits for them. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        try {
            CommandLine line = CommandLine.parse(System.getenv(), arguments);
            if (line.help()) {
                System.out.println(CommandLine.USAGE);
            } else {
                start(WorkerEnvironment.read(System.getenv()), line.host(), line.port());
            }
        } catch (UnusableEnvironment unusable) {
            unusable.sentences().forEach(System.err::println);
            System.exit(2);
        }
    }

    /**
     * Starts in this JVM, for programs that run several parts in one.
     *
     * @param environment what the process environment would hold
     * @param arguments as on the command line, such as {@code --port 8081}
     * @return the running worker; closing it stops it gracefully
     * @throws UnusableEnvironment with one sentence for each thing that is wrong
     */
    public static EmbeddedApplication<?> start(Map<String, String> environment, String... arguments) {
        CommandLine line = CommandLine.parse(environment, arguments);
        return start(WorkerEnvironment.read(environment), line.host(), line.port());
    }

    /** As above, with the configuration at hand. */
    public static EmbeddedApplication<?> start(WorkerConfiguration configuration, String host, int port) {
        // HttpURLConnection, which force-rest-api uses for reading, must never repeat a POST on its own.
        System.setProperty("sun.net.http.retryPost", "false");
        try {
            return Micronaut.build(new String[0])
                    .mainClass(Application.class)
                    .banner(false)
                    .singletons(configuration)
                    .propertySources(PropertySource.of(
                            "address",
                            Map.of("micronaut.server.host", host, "micronaut.server.port", port == 0 ? -1 : port)))
                    .start()
                    .getBean(EmbeddedApplication.class);
        } catch (ApplicationStartupException failure) {
            throw new UnusableEnvironment(
                    List.of("Cannot listen on " + host + ":" + port + ": choose another --port or --host"));
        }
    }
}
