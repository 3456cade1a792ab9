package dev.tailback.crm.declared;

import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A declared CRM with its secrets, which show in no text. */
public final class DeclaredSettings {

    private static final int LONGEST_SECRET = 4_000;
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private final DeclaredCrm crm;
    private final Map<String, String> secrets;
    private final Duration limit;

    private DeclaredSettings(DeclaredCrm crm, Map<String, String> secrets, Duration limit) {
        this.crm = crm;
        this.secrets = Map.copyOf(secrets);
        this.limit = limit;
    }

    /**
     * @param file the YAML text
     * @param environment in which the secrets stand that the file names
     * @throws DeclarationInvalid with one sentence for each mistake of the file, and for each secret that is not set
     */
    public static DeclaredSettings of(String file, Map<String, String> environment) throws DeclarationInvalid {
        DeclaredCrm crm = ReadFile.of(file);
        Map<String, String> secrets = new HashMap<>();
        List<String> reasons = new ArrayList<>();
        for (String name : crm.access().secrets()) {
            String secret = environment.getOrDefault(name, "").strip();
            secrets.put(name, secret);
            if (secret.isEmpty() || secret.length() > LONGEST_SECRET || !secret.matches("[ -~]+")) {
                reasons.add(name + " is not set to a secret of plain letters: the file names it in 'access'.");
            }
        }
        if (!reasons.isEmpty()) {
            throw new DeclarationInvalid(reasons);
        }
        return new DeclaredSettings(crm, secrets, USUAL_LIMIT);
    }

    /** The same CRM elsewhere, as before a relay. */
    public DeclaredSettings at(URI address) {
        return new DeclaredSettings(crm.at(address), secrets, limit);
    }

    /** @param other for one call */
    public DeclaredSettings withLimit(Duration other) {
        return new DeclaredSettings(crm, secrets, other);
    }

    public URI address() {
        return crm.address();
    }

    DeclaredCrm crm() {
        return crm;
    }

    String secret(String name) {
        return secrets.getOrDefault(name, "");
    }

    Duration limit() {
        return limit;
    }

    /** The JSON Schema of such a file, by which editors complete it and mark what is wrong. */
    public static String schema() {
        try (InputStream file = Objects.requireNonNull(
                DeclaredSettings.class.getResourceAsStream("crm.schema.json"), "crm.schema.json is not in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return "DeclaredSettings[" + crm.name() + " at " + crm.address() + ", ***]";
    }
}
