package dev.tailback.crm.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a connector and a CRM that speaks plain HTTP on this machine, passes everything on, and spoils answers
 * when it is told to. So every connector meets the same faults, whatever the CRM itself can play.
 */
public final class Relay implements AutoCloseable {

    private final URI crm;
    private final int port;
    private final ExecutorService workers = Executors.newCachedThreadPool(Relay::thread);
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, RelayedAnswer> first = new ConcurrentHashMap<>();
    private volatile ServerSocket listening;
    private volatile Optional<Spoiling> spoiling = Optional.empty();

    private record Spoiling(Fault fault, String marker) {}

    private Relay(URI crm) throws IOException {
        this.crm = crm;
        this.listening = listen(0);
        this.port = listening.getLocalPort();
    }

    /** Listens on a free port of 127.0.0.1. */
    public static Relay before(URI crm) {
        try {
            Relay relay = new Relay(crm);
            relay.serve(relay.listening);
            return relay;
        } catch (IOException noPort) {
            throw new UncheckedIOException("The kit's relay found no port to listen on.", noPort);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kit relay");
        thread.setDaemon(true);
        return thread;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return socket;
    }

    /** What the connector is told to be the CRM's address. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Calls that came here, spoilt or not. */
    public int calls() {
        return calls.get();
    }

    public void spoil(Fault fault) {
        spoil(fault, "");
    }

    /** Spoils only the calls whose body has this text in it. */
    public void spoil(Fault fault, String marker) {
        first.clear();
        spoiling = Optional.of(new Spoiling(fault, marker));
    }

    /** Passes everything on again. */
    public void honest() {
        spoiling = Optional.empty();
    }

    /** Takes no connection any more. */
    public void hangUp() {
        try {
            listening.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    public void pickUp() {
        try {
            listening = listen(port);
            serve(listening);
        } catch (IOException taken) {
            throw new UncheckedIOException("The kit's relay cannot listen on port " + port + " again.", taken);
        }
    }

    private void serve(ServerSocket socket) {
        workers.execute(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket caller = socket.accept();
                    workers.execute(() -> answer(caller));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void answer(Socket caller) {
        try (caller) {
            Optional<RelayedCall> call = RelayedCall.read(caller.getInputStream());
            if (call.isPresent()) {
                calls.incrementAndGet();
                answer(call.get(), caller);
            }
        } catch (IOException brokenOff) {
            // The caller has gone, or the CRM has; the connector sees a connection that ends.
        }
    }

    private void answer(RelayedCall call, Socket caller) throws IOException {
        Optional<Fault> fault =
                spoiling.filter(it -> call.hasInBody(it.marker())).map(Spoiling::fault);
        if (fault.isEmpty()) {
            call.passedOn(crm).to(caller.getOutputStream());
            return;
        }
        switch (fault.get()) {
            case DOWN -> RelayedAnswer.html(503).to(caller.getOutputStream());
            case TOLD_TO_WAIT -> RelayedAnswer.toldToWait().to(caller.getOutputStream());
            case LOST_ANSWER -> call.passedOn(crm);
            case HTML -> RelayedAnswer.html(200).to(caller.getOutputStream());
            case CUT -> call.passedOn(crm).cut().to(caller.getOutputStream());
            case WRONG_TYPES -> call.passedOn(crm).withWrongTypes().to(caller.getOutputStream());
            case FOREIGN_IDS -> call.passedOn(crm).withForeignIds().to(caller.getOutputStream());
            case STUCK -> stuck(call).to(caller.getOutputStream());
            case HUGE -> EndlessAnswer.of(1 << 16, 0).to(caller.getOutputStream());
            case DRIP -> EndlessAnswer.of(1, 100).to(caller.getOutputStream());
        }
    }

    private RelayedAnswer stuck(RelayedCall call) throws IOException {
        RelayedAnswer known = first.get(call.place());
        if (known != null) {
            return known;
        }
        RelayedAnswer answer = call.passedOn(crm);
        first.put(call.place(), answer);
        return answer;
    }

    @Override
    public void close() {
        hangUp();
        workers.shutdownNow();
    }
}
