package dev.tailback.verification.hubtorture.wire;

import com.sun.net.httpserver.HttpExchange;
import dev.tailback.verification.customers.CustomerCrm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What can go wrong between a hub and a CRM. People in the CRM notice nothing of it. */
public enum LinkFault {
    DOWN("connections cut", false, false),
    LOST_BEFORE("writes lost on their way", true, false),
    LOST_AFTER("answers to writes lost", true, true),
    TOLD_TO_WAIT("told to wait", false, false),
    SLOW("slow", false, true),
    NONSENSE("nonsense answered", false, false),
    NONSENSE_AFTER("writes answered with nonsense", true, true);

    private static final int SLOW_MS = 700;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;
    private static final int OK = 200;
    private static final String NOTHING_OF_A_CRM = "<html><body>Welcome to the guest network</body></html>";

    private final String words;
    private final boolean onlyWrites;
    private final boolean reachesCrm;

    LinkFault(String words, boolean onlyWrites, boolean reachesCrm) {
        this.words = words;
        this.onlyWrites = onlyWrites;
        this.reachesCrm = reachesCrm;
    }

    boolean meets(boolean isWrite) {
        return isWrite || !onlyWrites;
    }

    boolean reachesCrm() {
        return reachesCrm;
    }

    /** How long a call takes more, on its way and back. */
    int delayMs() {
        return this == SLOW ? SLOW_MS : 0;
    }

    boolean isAnswered() {
        return this == SLOW;
    }

    /** Instead of the CRM's answer; where nothing is written, the connection ends. */
    void answer(HttpExchange exchange, CustomerCrm crm) throws IOException {
        switch (this) {
            case TOLD_TO_WAIT -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                write(
                        exchange,
                        crm == CustomerCrm.MARKETING ? TOO_MANY : BUSY,
                        "{\"status\":\"error\",\"category\":\"RATE_LIMITS\",\"policyName\":\"TEN_SECONDLY_ROLLING\","
                                + "\"message\":\"You have reached your ten_secondly_rolling limit.\"}");
            }
            case NONSENSE, NONSENSE_AFTER -> write(exchange, OK, NOTHING_OF_A_CRM);
            case DOWN, LOST_BEFORE, LOST_AFTER, SLOW -> exchange.close();
        }
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", status == OK ? "text/html" : "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public String toString() {
        return words;
    }
}
