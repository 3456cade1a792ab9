package dev.tailback.verification.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowTest {
    private static final int LONG_MS = 60_000;
    private static final int SHORT_MS = 300;

    private ServerSocket echo;
    private Flow flow;

    @BeforeEach
    void begin() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        flow = Flow.to(echo.getLocalPort());
        Thread thread = new Thread(this::echoAll, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void end() throws IOException {
        flow.close();
        echo.close();
    }

    @Test
    void what_is_said_comes_through_both_ways() throws IOException {
        try (Socket socket = connect()) {
            assertEquals('a', ask(socket, 'a', LONG_MS));
        }
    }

    @Test
    void a_silent_flow_takes_what_is_said_and_answers_nothing() throws IOException {
        try (Socket socket = connect()) {
            ask(socket, 'a', LONG_MS);
            flow.fallSilent();

            assertThrows(SocketTimeoutException.class, () -> ask(socket, 'b', SHORT_MS));
            try (Socket late = connect()) {
                assertThrows(SocketTimeoutException.class, () -> ask(late, 'c', SHORT_MS));
            }
        }
    }

    @Test
    void when_it_speaks_again_new_connections_come_through_and_old_ones_stay_silent() throws IOException {
        try (Socket old = connect()) {
            ask(old, 'a', LONG_MS);
            flow.fallSilent();
            flow.speak();

            assertThrows(SocketTimeoutException.class, () -> ask(old, 'b', SHORT_MS));
            try (Socket young = connect()) {
                assertEquals('c', ask(young, 'c', LONG_MS));
            }
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), flow.port());
    }

    private static int ask(Socket socket, int said, int patienceMs) throws IOException {
        socket.setSoTimeout(patienceMs);
        socket.getOutputStream().write(said);
        return socket.getInputStream().read();
    }

    private void echoAll() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread thread = new Thread(() -> repeat(socket), "echo-one");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void repeat(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException closed) {
            // The test has ended.
        }
    }
}
