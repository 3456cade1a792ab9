package dev.tailback.verification.torture.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.verification.fleet.Http;
import java.nio.charset.StandardCharsets;

/** An answer to a write that is not what Salesforce said about it. */
public enum WireLie {
    FIREWALL("HTML with 400", 1, false, 400),
    PROXY("407 of a proxy", 1, false, 407),
    /** Only where several contracts are in the call: alone, a record would have to believe it. */
    GOVERNOR("one error for every record", 2, false, 200),
    TOO_FEW("too few results", 1, true, 200),
    NONSENSE("HTML with 200", 1, true, 200);

    /** What Salesforce says of each record when a call exceeds a limit. */
    public static final String GOVERNOR_CODE = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";

    private static final String HTML = "<html><body>Nothing of Salesforce</body></html>";

    private final String words;
    private final int fewestContracts;
    private final boolean afterCommit;
    private final int status;

    WireLie(String words, int fewestContracts, boolean afterCommit, int status) {
        this.words = words;
        this.fewestContracts = fewestContracts;
        this.afterCommit = afterCommit;
        this.status = status;
    }

    int fewestContracts() {
        return fewestContracts;
    }

    /** Whether Salesforce gets the write, and only its answer is not passed on. */
    boolean isAfterCommit() {
        return afterCommit;
    }

    int status() {
        return status;
    }

    boolean isJson() {
        return this == GOVERNOR || this == TOO_FEW;
    }

    /** @param records how many the call was about */
    byte[] body(int records) {
        return switch (this) {
            case FIREWALL, PROXY, NONSENSE -> HTML.getBytes(StandardCharsets.UTF_8);
            case GOVERNOR -> errors(records).toString().getBytes(StandardCharsets.UTF_8);
            case TOO_FEW -> errors(records - 1).toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static JsonNode errors(int count) {
        ArrayNode results = Http.JSON.createArrayNode();
        for (int number = 0; number < count; number++) {
            var error =
                    results.addObject().put("success", false).putArray("errors").addObject();
            error.put("statusCode", GOVERNOR_CODE);
            error.put("message", "Usage: System.LimitException: Too many SOQL queries: 101");
            error.putArray("fields");
        }
        return results;
    }

    @Override
    public String toString() {
        return words;
    }
}
