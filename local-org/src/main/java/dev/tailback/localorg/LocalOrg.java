package dev.tailback.localorg;

import com.sun.net.httpserver.HttpServer;
import dev.tailback.localorg.control.Control;
import dev.tailback.localorg.control.SchemaControl;
import dev.tailback.localorg.faults.Faults;
import dev.tailback.localorg.http.Front;
import dev.tailback.localorg.http.Workers;
import dev.tailback.localorg.metadata.ViewLoader;
import dev.tailback.localorg.metadata.Views;
import dev.tailback.localorg.org.CurrentOrg;
import dev.tailback.localorg.page.Pages;
import dev.tailback.localorg.rest.CallCounts;
import dev.tailback.localorg.rest.Reply;
import dev.tailback.localorg.rest.Request;
import dev.tailback.localorg.rest.Salesforce;
import dev.tailback.localorg.save.Circumstances;
import dev.tailback.localorg.session.Logins;
import dev.tailback.localorg.session.Sessions;
import dev.tailback.localorg.switches.Switches;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** A running local org. Tests start one with {@link #start} and close it. */
public final class LocalOrg implements AutoCloseable {

    private final LocalOrgOptions options;
    private final HttpServer server;
    private final ExecutorService workers;
    private final StartOrg start;

    private LocalOrg(LocalOrgOptions options, HttpServer server, ExecutorService workers, StartOrg start) {
        this.options = options;
        this.server = server;
        this.workers = workers;
        this.start = start;
    }

    /**
     * Loads the source directory, imports the seed or reads the data file, and listens.
     *
     * @throws IllegalArgumentException in one sentence, when a directory is missing, a metadata, seed or data file is
     *     broken, or the port is taken
     */
    public static LocalOrg start(LocalOrgOptions options) {
        // Without it the JDK's server delays small answers by 40 ms. Read once, when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Faults faults = new Faults(options.times().clock());
        Switches switches = new Switches(options.switches());
        StartOrg start = new StartOrg(
                options, new Circumstances(faults, switches, options.times().clock()));
        CurrentOrg org = new CurrentOrg(start.start());
        CallCounts counts = new CallCounts();
        Sessions sessions =
                new Sessions(options.times().clock(), options.times().tokenLife());
        Front front = new Front(
                new Salesforce(
                        org,
                        faults,
                        sessions,
                        Logins.of(options.accounts(), options.times().clock()),
                        counts),
                new Control(
                        faults,
                        counts,
                        org,
                        () -> org.replace(before -> start.startOver()),
                        new SchemaControl(org, start::changed, start::source)),
                pages(org, views(options)));
        ExecutorService workers = Workers.start();
        return new LocalOrg(options, listen(options, front, workers), workers, start);
    }

    private static Function<Request, Reply> pages(CurrentOrg current, Views views) {
        return request -> current.ask(org -> new Pages(org, views).reply(request));
    }

    private static Views views(LocalOrgOptions options) {
        List<Path> roots = new ArrayList<>(List.of(options.source()));
        roots.addAll(options.views());
        return ViewLoader.load(roots);
    }

    private static HttpServer listen(LocalOrgOptions options, Front front, ExecutorService workers) {
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(
                            options.listen().host(), options.listen().port()),
                    0);
            server.createContext("/", front);
            server.setExecutor(workers);
            server.start();
            return server;
        } catch (IOException e) {
            workers.shutdownNow();
            throw new IllegalArgumentException(
                    "Cannot listen on " + options.listen().host() + ":"
                            + options.listen().port() + ": " + e.getMessage() + ".",
                    e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address to log in to, such as {@code http://127.0.0.1:8090}. */
    public URI uri() {
        return URI.create("http://" + options.listen().host() + ":" + port());
    }

    /** Stops listening; calls that are being answered are broken off. Rows in a data file stay. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        start.close();
    }
}
