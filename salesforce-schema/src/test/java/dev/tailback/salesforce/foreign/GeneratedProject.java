package dev.tailback.salesforce.foreign;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.generator.Generated;
import dev.tailback.mapping.generator.Generator;
import dev.tailback.mapping.generator.GeneratorRefused;
import dev.tailback.mapping.generator.SourceFile;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.schema.MappedSchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A foreign org's source with what is generated for it, in one directory. */
record GeneratedProject(Shape shape, Path directory, Generated generated) {

    /** The same for every test, and each org is described once. */
    private static final Map<Shape, Generated> KNOWN = new ConcurrentHashMap<>();

    /** Describes the org as it was, generates, and writes both beside each other. */
    static GeneratedProject in(Path directory, Shape shape) throws IOException, MappingInvalid, GeneratorRefused {
        Optional<Generated> known = Optional.ofNullable(KNOWN.get(shape));
        Generated generated = known.isPresent() ? known.get() : generated(shape);
        copy(shape.project(), directory);
        for (SourceFile file : generated.files()) {
            write(directory.resolve(file.path()), file.content());
        }
        return new GeneratedProject(shape, directory, generated);
    }

    private static Generated generated(Shape shape) throws IOException, MappingInvalid, GeneratorRefused {
        Mapping mapping =
                MappingYaml.readForNewUsage(Files.readString(shape.project().resolve("mapping.yaml")));
        Generated generated =
                Generator.generate(mapping, before(shape, shape.choice().named(mapping)), shape.choice());
        KNOWN.put(shape, generated);
        return generated;
    }

    Mapping mapping() {
        return generated.mapping();
    }

    LocalOrg start() {
        return LocalOrg.start(LocalOrgOptions.of(directory.resolve("force-app")).withSeed(directory.resolve("data")));
    }

    /** What the org says of itself to the integration user, before anything is generated. */
    static OrgSchema before(Shape shape, Mapping mapping) {
        try (LocalOrg org = LocalOrg.start(LocalOrgOptions.of(shape.project().resolve("force-app"))
                .withSeed(shape.project().resolve("data")))) {
            return described(org, mapping);
        }
    }

    static OrgSchema described(LocalOrg org, Mapping mapping) {
        SalesforceSession session = new SalesforceSession(
                SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0"), Clock.systemUTC());
        return new MappedSchemaReader(session)
                .read(mapping)
                .fold(
                        found -> found.value(),
                        () -> {
                            throw new AssertionError("no schema");
                        },
                        refused -> {
                            throw new AssertionError(refused.reason());
                        },
                        unavailable -> {
                            throw new AssertionError(unavailable.reason());
                        });
    }

    /** The generator's project file and mapping stand for those of the org. */
    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                write(to.resolve(from.relativize(path).toString()), Files.readString(path));
            }
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
