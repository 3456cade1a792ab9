package dev.tailback.app.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.salesforce.org.OrgIdentity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The file of a proof, in the form of a close statement's: its last line will be the signature of all before it. */
final class ProofDocument {

    private static final JsonFactory JSON = new JsonFactory();

    private ProofDocument() {}

    /** What writes one object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** Everything up to the signature. */
    static byte[] signedPart(Proof proof) {
        String text = "{\"tailbackProof\":1,\n\"proof\":" + object(json -> head(json, proof)) + ",\n\"promises\":"
                + list(proof.seen(), seen -> object(json -> promise(json, seen))) + ",\n\"questions\":"
                + list(proof.told(), told -> object(json -> question(json, told))) + ",\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One on a line. */
    private static <T> String list(List<T> all, Function<T, String> written) {
        return all.stream().map(written).collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static void head(JsonGenerator json, Proof proof) throws IOException {
        json.writeStringField("reference", proof.reference());
        json.writeStringField("contractId", proof.contractId());
        json.writeStringField("contractNumber", proof.contractNumber());
        json.writeStringField("fulfilledContractId", proof.fulfilledContractId().orElse(null));
        json.writeStringField("mapping", proof.mapping());
        json.writeStringField("apiVersion", proof.apiVersion());
        json.writeStringField(
                "organizationId",
                proof.identity().map(OrgIdentity::organizationId).orElse(null));
        json.writeStringField(
                "username", proof.identity().flatMap(OrgIdentity::username).orElse(null));
        json.writeStringField("madeBy", proof.madeBy());
        json.writeStringField("madeAt", proof.madeAt().toString());
        json.writeNumberField("held", proof.count(Seen.Verdict.HELD));
        json.writeNumberField("notHeld", proof.count(Seen.Verdict.NOT_HELD));
        json.writeNumberField("notTried", proof.count(Seen.Verdict.NOT_TRIED));
        json.writeObjectFieldStart("switches");
        for (Map.Entry<String, String> known : proof.switches().entrySet()) {
            json.writeStringField(known.getKey(), known.getValue());
        }
        json.writeEndObject();
        json.writeStringField("remains", proof.remains());
    }

    private static void promise(JsonGenerator json, Seen seen) throws IOException {
        json.writeStringField("promise", seen.promise().word());
        json.writeStringField("sentence", seen.promise().sentence());
        json.writeStringField("verdict", seen.verdict().word());
        json.writeStringField("evidence", seen.evidence());
    }

    private static void question(JsonGenerator json, Told told) throws IOException {
        json.writeStringField("switch", told.question().word());
        json.writeStringField("value", told.value().orElse(null));
        json.writeStringField("evidence", told.evidence());
    }

    private static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
