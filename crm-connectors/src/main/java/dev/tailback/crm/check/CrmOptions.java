package dev.tailback.crm.check;

import dev.tailback.crm.hubspot.HubSpotAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where HubSpot is, and how it knows us. Salesforce is named by the environment, as for the write-back. */
final class CrmOptions {

    private static final int LONGEST_KEY = 1_000;

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "https://api.hubapi.com",
            description = "HubSpot's address; ${DEFAULT-VALUE} unless told otherwise.")
    private URI address;

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file with HubSpot's service key in it.")
    private @Nullable Path keyFile;

    URI address() {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("--address is not a web address: write https://api.hubapi.com");
        }
        return address;
    }

    HubSpotAccess key() {
        if (keyFile == null) {
            throw new IllegalArgumentException("--key-file is missing: name a file with HubSpot's service key in it");
        }
        try {
            String key = Files.readString(keyFile).strip();
            if (key.isEmpty() || key.length() > LONGEST_KEY || key.chars().anyMatch(letter -> letter <= ' ')) {
                throw new IllegalArgumentException("The file of --key-file holds no service key: put it there alone");
            }
            return new HubSpotAccess.Key(key);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The file of --key-file cannot be read: check its name and its rights", unreadable);
        }
    }
}
