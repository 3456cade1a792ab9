package dev.tailback.crm.check;

import dev.tailback.crm.declared.DeclaredSettings;
import dev.tailback.crm.hubspot.HubSpotAccess;
import dev.tailback.crm.table.TableSettings;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a CRM is, and how it knows us. Salesforce is named by the environment, as for the write-back. */
final class CrmOptions {

    private static final int LONGEST_KEY = 1_000;
    private static final long LARGEST_FILE = 1_000_000;

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "https://api.hubapi.com",
            description = "HubSpot's address; ${DEFAULT-VALUE} unless told otherwise.")
    private URI address;

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file with HubSpot's service key in it.")
    private @Nullable Path keyFile;

    @Option(names = "--file", paramLabel = "FILE", description = "The YAML file that describes a declared CRM.")
    private @Nullable Path file;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Where a table is: jdbc:postgresql://host:port/database.")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--user",
            paramLabel = "ROLE",
            description = "Whom we come as to a table; the password stands in PGPASSWORD.")
    private @Nullable String user;

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

    /** @param environment in which the secrets stand that the file names */
    DeclaredSettings declared(Map<String, String> environment) {
        if (file == null) {
            throw new IllegalArgumentException("--file is missing: name the YAML file that describes the CRM");
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IllegalArgumentException("The file of --file is larger than any description: check its name");
            }
            return DeclaredSettings.of(Files.readString(file), environment);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The file of --file cannot be read: check its name and its rights", unreadable);
        } catch (DeclarationInvalid wrong) {
            throw new IllegalArgumentException(
                    "The file of --file cannot be used. " + String.join(" ", wrong.reasons()), wrong);
        }
    }

    /** @param environment in which the password stands, under PostgreSQL's own name for it */
    TableSettings table(Map<String, String> environment, String object) {
        if (jdbcUrl == null || user == null) {
            throw new IllegalArgumentException("--jdbc-url or --user is missing: a table needs both");
        }
        return TableSettings.of(jdbcUrl, user, environment.getOrDefault("PGPASSWORD", ""), List.of(object));
    }
}
