package dev.tailback.app.finance.statements;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.tailback.app.finance.lines.UsageLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The file of a statement. Its last line is the signature, and what is signed are all bytes before that line, so that
 * a reader needs no rules for JSON to prove it: one changed byte, and the signature does not fit.
 */
final class StatementDocument {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private StatementDocument() {}

    /** What writes one object. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** Everything up to the signature. */
    static byte[] signedPart(StatementHead head, List<UsageLine> lines) {
        StringBuilder text = new StringBuilder("{\"tailbackStatement\":1,\n\"statement\":");
        text.append(object(head::write)).append(",\n\"lines\":[\n");
        for (int index = 0; index < lines.size(); index++) {
            UsageLine line = lines.get(index);
            text.append(object(json -> write(json, line))).append(index == lines.size() - 1 ? "\n" : ",\n");
        }
        return text.append("],\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The whole file. */
    static byte[] signed(byte[] signedPart, SigningKey key) {
        String signature = object(json -> {
            json.writeStringField("algorithm", "Ed25519");
            json.writeStringField("publicKey", key.publicKey());
            json.writeStringField("value", key.sign(signedPart));
        });
        byte[] last = ("\"signature\":" + signature + "}\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[signedPart.length + last.length];
        System.arraycopy(signedPart, 0, whole, 0, signedPart.length);
        System.arraycopy(last, 0, whole, signedPart.length, last.length);
        return whole;
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

    private static void write(JsonGenerator json, UsageLine line) throws IOException {
        json.writeStringField("kind", line.kind().word());
        json.writeStringField("entryId", line.entryId().toString());
        json.writeNumberField("version", line.version());
        json.writeStringField("customerId", line.customerId());
        json.writeStringField("customer", line.customer());
        json.writeStringField("contractId", line.contractId());
        json.writeStringField("contractNumber", line.contractNumber());
        json.writeStringField("contractProductId", line.contractProductId());
        json.writeStringField("product", line.product());
        json.writeNumberField("units", line.units());
        json.writeNumberField("unitPrice", line.unitPrice());
        json.writeNumberField("amount", line.amount());
        json.writeStringField("currency", line.currency());
        json.writeStringField("lockedAt", line.lockedAt().map(Instant::toString).orElse(null));
        json.writeStringField("serviceDate", line.serviceDate().toString());
        json.writeStringField("salesforceId", line.salesforceId());
        json.writeStringField("createdBy", line.createdBy());
        json.writeStringField("createdAt", line.createdAt().toString());
        json.writeStringField("adReference", line.adReference());
    }
}
