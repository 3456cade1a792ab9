package dev.tailback.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that no public authority knows, made by the JDK's keytool.
 *
 * @param certificate PEM, as Redis reads it
 * @param key PEM, as Redis reads it
 * @param trustStore what an operator gives to Java, so that it trusts the certificate
 */
record PrivateCertificate(Path certificate, Path key, Path trustStore) {
    static final String PASSWORD = "changeit";

    /** @param subject as keytool writes it: {@code ip:127.0.0.1} or {@code dns:redis.example} */
    static PrivateCertificate of(String subject, Path directory) throws IOException, GeneralSecurityException {
        Path keys = directory.resolve("redis.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "redis",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=redis",
                "-ext",
                "san=" + subject,
                "-validity",
                "2",
                "-keystore",
                keys.toString());
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        Path certificate =
                pem(directory, "CERTIFICATE", store.getCertificate("redis").getEncoded());
        Path key = pem(
                directory,
                "PRIVATE KEY",
                store.getKey("redis", PASSWORD.toCharArray()).getEncoded());
        Path trustStore = directory.resolve("authority.p12");
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "authority",
                "-file",
                certificate.toString(),
                "-keystore",
                trustStore.toString());
        return new PrivateCertificate(certificate, key, trustStore);
    }

    private static Path pem(Path directory, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                directory.resolve(kind.replace(' ', '-') + ".pem"),
                "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool says " + said);
        }
    }
}
