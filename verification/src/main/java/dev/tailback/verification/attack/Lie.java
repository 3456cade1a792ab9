package dev.tailback.verification.attack;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Something that Salesforce, or who answers in its place, says and that is not so. */
record Lie(String name, About about, Telling telling) {

    /** What is lied about. */
    enum About {
        READS,
        WRITES,
        LOGINS,
        DATA;

        boolean isIt(HttpExchange exchange) {
            boolean login = exchange.getRequestURI().getPath().startsWith("/services/oauth2/");
            boolean write = exchange.getRequestMethod().equals("PATCH");
            return switch (this) {
                case READS -> !login && !write;
                case WRITES -> write;
                case LOGINS -> login;
                case DATA -> !login;
            };
        }
    }

    /** What the org itself answers; asking it does what was asked. */
    interface Truth {
        HttpResponse<byte[]> hear() throws IOException;
    }

    interface Telling {
        void tell(HttpExchange exchange, Truth truth) throws IOException;
    }
}
