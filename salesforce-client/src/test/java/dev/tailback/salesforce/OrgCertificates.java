package dev.tailback.salesforce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;

/** A private authority and certificates it signs, made by the JDK's keytool. */
final class OrgCertificates {

    static final String PASSWORD = "changeit";

    private final Path directory;
    private final Certificate authority;
    private final Key key;

    OrgCertificates(Path directory) throws IOException, GeneralSecurityException {
        this.directory = directory;
        keytool(
                "ca.p12",
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=ca",
                "-ext",
                "bc:c",
                "-validity",
                "30");
        keytool("org.p12", "-genkeypair", "-alias", "org", "-keyalg", "RSA", "-dname", "CN=org", "-validity", "30");
        keytool("org.p12", "-certreq", "-alias", "org", "-file", file("org.csr"));
        authority = store("ca.p12").getCertificate("ca");
        key = store("org.p12").getKey("org", PASSWORD.toCharArray());
    }

    /**
     * What a server shows: {@code san} as keytool writes it, such as {@code ip:127.0.0.1}, and from when for five days.
     */
    KeyStore server(String san, String startDate) throws IOException, GeneralSecurityException {
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                file("org.csr"),
                "-outfile",
                file("org.crt"),
                "-ext",
                "san=" + san,
                "-startdate",
                startDate,
                "-validity",
                "5");
        Certificate signed = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(directory.resolve("org.crt"))));
        KeyStore server = empty();
        server.setKeyEntry("org", key, PASSWORD.toCharArray(), new Certificate[] {signed, authority});
        return server;
    }

    /** What an operator gives to Java, so that it trusts the authority. */
    KeyStore trust() throws IOException, GeneralSecurityException {
        KeyStore trust = empty();
        trust.setCertificateEntry("ca", authority);
        return trust;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD.toCharArray());
        return store;
    }

    private KeyStore store(String name) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(directory.resolve(name).toFile(), PASSWORD.toCharArray());
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String store, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file(store), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool says " + said);
        }
    }
}
