package dev.tailback.localorg.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys whose signatures the org believes: certificates and public keys in PEM files of one directory. */
public final class TrustedKeys {

    private final List<PublicKey> keys = new ArrayList<>();

    /**
     * @param directory without it no signature is believed
     * @throws IllegalArgumentException in one sentence, when the directory or a file in it cannot be used
     */
    public TrustedKeys(Optional<Path> directory) {
        directory.ifPresent(this::read);
    }

    private void read(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> keys.add(key(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("The directory " + directory + " with JWT keys cannot be read.", e);
        }
    }

    private static PublicKey key(Path file) {
        try {
            String text = Files.readString(file);
            if (text.contains("BEGIN CERTIFICATE")) {
                return CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                        .getPublicKey();
            }
            byte[] encoded = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " holds neither a certificate nor an RSA public key in PEM.", e);
        }
    }

    /** Whether one of the keys made this SHA256withRSA signature. */
    boolean signed(byte[] content, byte[] signature) {
        return keys.stream().anyMatch(key -> signed(key, content, signature));
    }

    private static boolean signed(PublicKey key, byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
