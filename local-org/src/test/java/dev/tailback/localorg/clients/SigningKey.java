package dev.tailback.localorg.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A fresh key pair as a client of the JWT bearer flow needs it: the public half where the org looks, the private not.
 */
record SigningKey(Path trusted, Path secret) {

    static SigningKey below(Path directory) throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Path trusted = Files.createDirectories(directory.resolve("trusted"));
        Files.writeString(
                trusted.resolve("client.pem"),
                pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        Path secret = directory.resolve("client.key");
        Files.writeString(secret, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        return new SigningKey(trusted, secret);
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
