package dev.tailback.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentence names the true cause, and none is guessed. */
class StartFailureTest {
    private static final String HOST = "127.0.0.1";

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            Endpoint endpoint = new Endpoint(HOST, taken.getLocalPort());

            CannotStart reason = reason(endpoint, bindingFailure(endpoint));

            assertEquals(3, reason.exitCode());
            assertEquals(
                    List.of("Port " + endpoint.port()
                            + " of 127.0.0.1 is already in use: end the program that holds it,"
                            + " or choose another with --port N."),
                    reason.sentences());
        }
    }

    @Test
    void an_address_of_another_machine_is_no_taken_port() {
        Endpoint endpoint = new Endpoint("192.0.2.1", 0);

        CannotStart reason = reason(endpoint, bindingFailure(endpoint));

        assertEquals(2, reason.exitCode());
        assertEquals(
                List.of("192.0.2.1 is no address of this machine: choose another with --host ADDRESS."),
                reason.sentences());
    }

    @Test
    void a_port_that_this_user_may_not_open_is_no_taken_port() {
        CannotStart reason = reason(new Endpoint(HOST, 80), new BindException("Permission denied"));

        assertEquals(3, reason.exitCode());
        assertEquals(
                List.of("Port 80 of 127.0.0.1 may not be opened by this user: choose one above 1023 with --port N."),
                reason.sentences());
    }

    @Test
    void a_value_that_a_feature_refuses_is_named() {
        CannotStart reason =
                reason(new Endpoint(HOST, 0), new IllegalArgumentException("RELAY_BATCH is 0: set it to 1 to 1000"));

        assertEquals(2, reason.exitCode());
        assertEquals(List.of("RELAY_BATCH is 0: set it to 1 to 1000."), reason.sentences());
    }

    @Test
    void what_is_not_known_is_not_called_a_taken_port() {
        CannotStart reason = reason(new Endpoint(HOST, 0), new IllegalStateException("no such bean\nand more"));

        assertEquals(1, reason.exitCode());
        assertEquals(
                List.of("service-app did not start: Unable to start. The log holds the whole story."),
                reason.sentences());
    }

    @Test
    void a_ring_of_causes_is_left_after_a_while() {
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertEquals(1, reason(new Endpoint(HOST, 0), first).exitCode());
    }

    private static IOException bindingFailure(Endpoint endpoint) {
        return assertThrows(IOException.class, () -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(endpoint.host(), endpoint.port()));
            }
        });
    }

    /** As a framework hands it on: wrapped. */
    private static CannotStart reason(Endpoint endpoint, Exception failure) {
        return StartFailure.of("service-app", endpoint, new IllegalStateException("Unable to start", failure));
    }
}
