package dev.tailback.hub.crms;

import dev.tailback.crm.Connector;
import dev.tailback.crm.declared.DeclaredConnector;
import dev.tailback.crm.declared.DeclaredSettings;
import dev.tailback.mapping.declaration.Declaration;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.declaration.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CRM whose API another file describes; it names its objects and its secrets itself. */
record DeclaredFile(DeclaredSettings settings) implements CrmAccess {

    static final String KIND = "declared";

    /** @param folder in which the file is looked for, when its name does not begin at the root */
    static Optional<CrmAccess> read(Section lines, Secrets secrets, Path folder) {
        lines.only(Set.of("kind", "file", "objects"));
        Path file = folder.resolve(lines.required("file"));
        try {
            if (Files.size(file) > Declaration.LARGEST) {
                lines.wrong("'file' is larger than " + Declaration.LARGEST + " bytes.");
                return Optional.empty();
            }
            return Optional.of(new DeclaredFile(DeclaredSettings.of(Files.readString(file), secrets.all())));
        } catch (IOException unreadable) {
            lines.wrong("'file' cannot be read: check its name and its rights.");
        } catch (DeclarationInvalid invalid) {
            invalid.reasons().forEach(lines::wrong);
        }
        return Optional.empty();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> usualObjects() {
        return List.of();
    }

    @Override
    public boolean tellsRights() {
        return false;
    }

    @Override
    public Connector connector(List<String> objects, Clock clock) {
        return new DeclaredConnector(settings, clock);
    }

    @Override
    public String toString() {
        return KIND;
    }
}
