package dev.tailback.hub.crms;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.MappedObjectLines;
import dev.tailback.mapping.declaration.Declaration;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.declaration.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the file that names the CRMs; every reason why it cannot be used is told at once. */
public final class CrmsFile {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST = 20;
    private static final int MOST_OBJECTS = 20;

    private final MappedObjectLines objects;
    private final Secrets secrets;

    /** @param environment where the secrets stand that the file names */
    public CrmsFile(Entities entities, Map<String, String> environment) {
        this.objects = new MappedObjectLines(entities, MOST_OBJECTS);
        this.secrets = new Secrets(environment);
    }

    /** @throws DeclarationInvalid with every reason */
    public List<DeclaredCrm> read(Path file) throws DeclarationInvalid {
        try {
            String yaml = Files.size(file) > Declaration.LARGEST ? tooLarge(file) : Files.readString(file);
            return read(yaml, file.toAbsolutePath().resolveSibling(""));
        } catch (IOException unreadable) {
            throw new DeclarationInvalid(
                    List.of("The file of TAILBACK_HUB_CRMS cannot be read: check its name and its rights."));
        }
    }

    private static String tooLarge(Path file) throws DeclarationInvalid {
        throw new DeclarationInvalid(List.of("The file of TAILBACK_HUB_CRMS, " + file.getFileName()
                + ", is larger than " + Declaration.LARGEST + " bytes."));
    }

    /** @param folder in which files are looked for that the text names */
    List<DeclaredCrm> read(String yaml, Path folder) throws DeclarationInvalid {
        Declaration declaration = Declaration.of(yaml);
        Section root = declaration.root();
        root.only(Set.of("form", "crms"));
        if (root.count("form") != 1) {
            root.wrong("'form' must be 1.");
        }
        Section all = root.section("crms");
        if (all.names().isEmpty() || all.names().size() > MOST) {
            all.wrong("it must name 1 to " + MOST + " CRMs.");
        }
        List<DeclaredCrm> crms = new ArrayList<>();
        all.names().stream()
                .limit(MOST)
                .forEach(name -> crm(name, all.section(name), all, folder).ifPresent(crms::add));
        declaration.mustBeRight();
        return crms;
    }

    private Optional<DeclaredCrm> crm(String name, Section lines, Section all, Path folder) {
        if (!NAME.matcher(name).matches()) {
            all.wrong("a CRM's name has small letters, digits and hyphens, 40 at most, such as sales.");
            return Optional.empty();
        }
        List<MappedObject> mapped = objects.read(lines.section("objects"));
        return access(lines, folder).map(access -> new DeclaredCrm(name, access, mapped));
    }

    private Optional<CrmAccess> access(Section lines, Path folder) {
        return switch (lines.required("kind")) {
            case SalesforceAccess.KIND -> SalesforceAccess.read(lines, secrets);
            case HubSpotKey.KIND -> HubSpotKey.read(lines, secrets);
            case TableAccess.KIND -> TableAccess.read(lines, secrets);
            case DeclaredFile.KIND -> DeclaredFile.read(lines, secrets, folder);
            default -> {
                lines.wrong("'kind' must be salesforce, hubspot, table or declared.");
                yield Optional.empty();
            }
        };
    }
}
