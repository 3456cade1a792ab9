package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proof over HTTP: signed, recorded, for admins alone, and no difference for comparisons afterwards. */
class ProofApiTest {

    private Org org;
    private Line line;
    private JsonNode contract;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        contract = contract("00000100");
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void a_proof_is_signed_and_recorded_and_leaves_no_difference() throws Exception {
        String id = contract.path("id").asText();
        Answer answer = prove("admin", "{\"contractId\":\"" + id + "\",\"reason\":\"Go-live\"}");

        assertEquals(200, answer.status(), answer::toString);
        JsonNode proof = answer.body().path("proof");
        assertEquals(0, proof.path("notHeld").asLong(), answer.body()::toPrettyString);
        assertEquals(4, proof.path("notTried").asLong(), answer.body()::toPrettyString);
        assertEquals("integration@tailback.local", proof.path("username").asText());
        assertTrue(isSigned(line.as("admin").text("/api/finance/statement-keys"), document(id)));
        assertEquals(contract.path("products"), contract("00000100").path("products"));

        JsonNode operation = line.as("operator")
                .get("/api/operations?what=PROVED")
                .body()
                .path("operations")
                .path(1);
        assertEquals("admin", operation.path("who").asText(), operation::toPrettyString);
        assertEquals(id, operation.path("contractId").asText(), operation::toPrettyString);
        Answer compared = line.as("operator").send("POST", "/api/sync/reconcile", "{}", Map.of());
        assertEquals(0, compared.body().path("differences").asLong(), compared.body()::toPrettyString);
        assertTrue(compared.body().path("held").asLong() > 0, compared.body()::toPrettyString);
    }

    @Test
    void what_cannot_be_proved_is_refused_before_anything_is_sent() {
        long calls = rows();
        String id = contract.path("id").asText();
        assertEquals(403, prove("operator", "{\"contractId\":\"" + id + "\"}").status());
        assertEquals(400, prove("admin", "{\"contractId\":\"x\"}").status());
        assertEquals(400, prove("admin", "{}").status());
        assertEquals(
                "nothing_to_prove",
                prove("admin", "{\"contractId\":\"800000000000009AAA\"}").code());
        org.fulfil(id);
        assertEquals(
                "contract_fulfilled",
                prove("admin", "{\"contractId\":\"" + id + "\"}").code());
        org.goDown();
        assertEquals(
                "nothing_to_prove",
                prove("admin", "{\"contractId\":\"" + id + "\"}").code());
        org.heal();
        assertEquals(calls, rows());
        assertEquals(
                0,
                line.as("operator")
                        .get("/api/operations?what=PROVED")
                        .body()
                        .path("operations")
                        .size());
    }

    @Test
    void a_sales_user_is_looked_as_and_forgotten() {
        String id = contract.path("id").asText();
        Answer answer = prove(
                "admin",
                "{\"contractId\":\"" + id + "\",\"salesUsername\":\"sales@tailback.local\","
                        + "\"salesPassword\":\"local-org\",\"reason\":\"Go-live\"}");

        assertEquals(3, answer.body().path("proof").path("notTried").asLong(), answer.body()::toPrettyString);
        assertFalse(answer.body().toString().contains("local-org"), answer.body()::toPrettyString);
        assertEquals(
                400,
                prove("admin", "{\"contractId\":\"" + id + "\",\"salesUsername\":\"x\"}")
                        .status());
        assertEquals(
                400,
                prove(
                                "admin",
                                "{\"contractId\":\"" + id
                                        + "\",\"salesUsername\":\"x\",\"salesPassword\":\"y\",\"salesToken\":\"z\"}")
                        .status());
    }

    /** The usage rows that Salesforce holds. */
    private long rows() {
        return line.as("operator")
                .send("POST", "/api/sync/reconcile", "{}", Map.of())
                .body()
                .path("held")
                .asLong();
    }

    private Answer prove(String account, String body) {
        return line.as(account).send("POST", "/api/org/proofs", body, Map.of());
    }

    /** Of another proof, byte for byte. */
    private String document(String id) {
        return Caller.as("admin", line.bean(EmbeddedServer.class))
                .post("/api/org/proofs", "{\"contractId\":\"" + id + "\"}")
                .body();
    }

    private static boolean isSigned(String keys, String document) throws Exception {
        String end = "\"signature\":";
        int last = document.lastIndexOf("\n" + end) + 1;
        JsonNode signature = new ObjectMapper().readTree(document).path("signature");
        assertTrue(keys.contains(signature.path("publicKey").asText()), keys);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(signature.path("publicKey").asText()))));
        check.update(document.substring(0, last).getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(signature.path("value").asText()));
    }

    private JsonNode contract(String number) {
        return line.staff()
                .get("/api/contracts?number=" + number)
                .body()
                .path("contracts")
                .path(0);
    }
}
