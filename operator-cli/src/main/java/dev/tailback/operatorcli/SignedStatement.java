package dev.tailback.operatorcli;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of a close statement, or of a proof of the org. Its last line is the signature, and what is signed are all bytes before that line. The
 * key that the file names proves nothing: it must be one that the reader knows from elsewhere.
 */
record SignedStatement(byte[] signed, String publicKey, String signature) {

    private static final List<String> BEGINNINGS = List.of("{\"tailbackStatement\":1,\n", "{\"tailbackProof\":1,\n");
    private static final Pattern LAST_LINE = Pattern.compile(
            "\"signature\":\\{\"algorithm\":\"Ed25519\",\"publicKey\":\"([A-Za-z0-9+/=]+)\",\"value\":\"([A-Za-z0-9+/=]+)\"}}\n");

    /** Empty when the bytes do not have the form of a statement, to the last line end. */
    static Optional<SignedStatement> of(byte[] file) {
        // One byte is one letter here, so that places in the text are places in the file.
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf("\n\"signature\":") + 1;
        Matcher last = LAST_LINE.matcher(text.substring(end));
        if (end == 0 || BEGINNINGS.stream().noneMatch(text::startsWith) || !last.matches()) {
            return Optional.empty();
        }
        byte[] signed = text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
        return Optional.of(new SignedStatement(signed, last.group(1), last.group(2)));
    }

    boolean isBy(Collection<String> knownKeys) {
        return knownKeys.contains(publicKey);
    }

    /** Whether not one byte has changed since it was signed. */
    boolean isUntouched() {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key());
            check.update(signed);
            byte[] bytes = Base64.getDecoder().decode(signature);
            return Base64.getEncoder().encodeToString(bytes).equals(signature) && check.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
    }

    /** The JSON of the statement without its signature. */
    String json() {
        String text = new String(signed, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf(',')) + "}";
    }
}
