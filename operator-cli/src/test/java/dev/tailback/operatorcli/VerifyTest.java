package dev.tailback.operatorcli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A statement is proved untouched without a service app, and every kind of change is found. */
class VerifyTest {

    private static final String CSV = "entry_id,amount\none,240.00\n";

    private final StringWriter printed = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @TempDir
    private Path directory;

    private KeyPair pair;
    private String statement;

    @BeforeEach
    void sign() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        statement = signed("""
                {"tailbackStatement":1,
                "statement":{"number":7,"closedBy":"finance","closedAt":"2026-11-28T10:00:00Z","lines":1,\
                "sums":[{"currency":"EUR","units":2,"amount":240.00}],"unresolved":[],"csvSha256":"%s"},
                "lines":[
                {"entryId":"one","amount":240.00}
                ],
                """.formatted(sha256(CSV)));
    }

    @Test
    void an_untouched_statement_is_proved_offline_and_says_what_it_is() throws IOException {
        assertEquals(0, verify(statement, "--key", key()), complained::toString);
        assertTrue(
                printed.toString()
                        .contains("Untouched: statement 7, closed by finance at 2026-11-28T10:00:00Z, 1 lines."),
                printed.toString());
        assertTrue(printed.toString().contains("Sum: 240.00 EUR for 2 units."), printed.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "240.00}\n]=>24.00}\n]",
                "\"number\":7=>\"number\":8",
                "\"finance\"=>\"nobody\"",
                "\"unresolved\":[]=>\"unresolved\": []",
                "\n],\n=>\n],\n\n",
                "{\"entryId\":\"one\",\"amount\":240.00}\n=>",
                "{\"entryId\":\"one\"=>{\"entryId\":\"one\"},\n{\"entryId\":\"two\"",
                "Ed25519=>Ed448",
                "}}\n=>}}",
                "}}\n=>}}\n\n",
                "{\"tailbackStatement\":1=>{\"tailbackStatement\":2",
                "EUR=>USD",
            })
    void every_kind_of_change_is_found(String change) throws IOException {
        String[] sides = change.split("=>", -1);
        String changed = statement.replace(sides[0], sides[1]);
        assertNotEquals(statement, changed);
        assertEquals(1, verify(changed, "--key", key()), printed::toString);
    }

    @Test
    void every_single_byte_counts() {
        byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < bytes.length; index++) {
            byte[] changed = bytes.clone();
            changed[index] ^= (byte) (1 << index % 8);
            boolean proved = SignedStatement.of(changed)
                    .filter(read -> read.isBy(List.of(key())))
                    .filter(SignedStatement::isUntouched)
                    .isPresent();
            assertFalse(proved, "byte " + index);
        }
    }

    @Test
    void a_statement_signed_anew_with_another_key_is_refused() throws IOException, GeneralSecurityException {
        String trusted = key();
        sign();
        assertEquals(1, verify(statement, "--key", trusted));
        assertTrue(complained.toString().contains("a key that is not known"), complained.toString());
    }

    @Test
    void the_proof_of_an_org_is_proved_in_the_same_way() throws IOException, GeneralSecurityException {
        String proof = signed("""
                {"tailbackProof":1,
                "proof":{"reference":"PROOF-1","contractNumber":"00000100","held":17,"notHeld":1,"notTried":0,\
                "organizationId":"00D1","madeBy":"admin","madeAt":"2026-11-29T10:00:00Z"},
                "promises":[
                {"promise":"fenced","verdict":"not-held"}
                ],
                """);

        assertEquals(0, verify(proof, "--key", key()), complained::toString);
        assertTrue(
                printed.toString()
                        .contains("Untouched: proof PROOF-1 on contract 00000100: 17 held, 1 not held, 0 not tried."),
                printed.toString());
        assertEquals(1, verify(proof.replace("not-held", "held"), "--key", key()), printed::toString);
    }

    @Test
    void the_csv_is_proved_with_its_statement_and_a_changed_one_is_not() throws IOException {
        Path json = Files.writeString(directory.resolve("statement-7.json"), statement);
        assertEquals(0, verify(CSV, "--statement", json.toString(), "--key", key()), complained::toString);
        assertEquals(1, verify(CSV.replace("240.00", "24.00"), "--statement", json.toString(), "--key", key()));
        assertTrue(complained.toString().contains("is not the CSV of statement 7"), complained.toString());
    }

    @Test
    void a_csv_alone_is_no_statement_and_the_way_to_prove_it_is_named() throws IOException {
        assertEquals(1, verify(CSV, "--key", key()));
        assertTrue(complained.toString().contains("--statement"), complained.toString());
    }

    @Test
    void without_a_key_the_service_app_is_asked() throws IOException {
        HttpServer app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = ("{\"keys\":[{\"publicKey\":\"" + key() + "\"}]}").getBytes(StandardCharsets.UTF_8);
        app.createContext("/api/finance/statement-keys", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        app.start();
        String url = "http://127.0.0.1:" + app.getAddress().getPort();
        try {
            int code = verify(statement, "--url", url, "--user", "finance", "--password", "tailback");
            assertEquals(0, code, complained::toString);
        } finally {
            app.stop(0);
        }
    }

    private int verify(String file, String... options) throws IOException {
        Path path = Files.writeString(directory.resolve("file"), file);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "verify";
        arguments[1] = path.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return new CommandLine(new Ops())
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complained, true))
                .execute(arguments);
    }

    private String key() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private String signed(String part) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(part.getBytes(StandardCharsets.UTF_8));
        return part + "\"signature\":{\"algorithm\":\"Ed25519\",\"publicKey\":\"" + key() + "\",\"value\":\""
                + Base64.getEncoder().encodeToString(signature.sign()) + "\"}}\n";
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
