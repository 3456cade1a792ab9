package dev.tailback.localcrms.hubspot;

import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Listener;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.program.Endpoint;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port on which the account listens, and can be told not to listen for a while. */
final class Port implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Port.class);
    private static final int AFTER_THE_ANSWER_MS = 100;

    private final Endpoint endpoint;
    private final Front front;
    private final ScheduledExecutorService later;
    private Listener listener;
    private boolean closed;

    private Port(Endpoint wanted, Front front) {
        this.front = front;
        this.later = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "local-crms-port");
            thread.setDaemon(true);
            return thread;
        });
        this.listener = Listener.start(wanted.host(), wanted.port(), this::reply);
        this.endpoint = new Endpoint(wanted.host(), listener.port());
    }

    static Port open(Endpoint wanted, Front front) {
        return new Port(wanted, front);
    }

    int number() {
        return endpoint.port();
    }

    private Optional<Reply> reply(Call call) {
        Optional<Reply> reply = front.reply(call);
        int seconds = front.secondsRefused();
        if (seconds > 0) {
            later.schedule(() -> pause(seconds), AFTER_THE_ANSWER_MS, TimeUnit.MILLISECONDS);
        }
        return reply;
    }

    private synchronized void pause(int seconds) {
        if (!closed) {
            listener.close();
            later.schedule(this::listenAgain, seconds, TimeUnit.SECONDS);
        }
    }

    private synchronized void listenAgain() {
        if (closed) {
            return;
        }
        try {
            listener = Listener.start(endpoint.host(), endpoint.port(), this::reply);
        } catch (IllegalArgumentException taken) {
            LOG.error("The port was taken meanwhile: {}", taken.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        later.shutdownNow();
        listener.close();
    }
}
