package dev.tailback.crm.call;

import dev.tailback.mapping.schema.OrgSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that differs when anything in a schema differs. */
public final class SchemaStamp {

    private SchemaStamp() {}

    public static String of(OrgSchema schema) {
        try {
            byte[] all = schema.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
