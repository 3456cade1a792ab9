package dev.tailback.verification.foreign;

import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.generator.Choice;
import dev.tailback.mapping.generator.Generated;
import dev.tailback.mapping.generator.Generator;
import dev.tailback.mapping.generator.GeneratorRefused;
import dev.tailback.mapping.generator.SourceFile;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.program.CannotStart;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.CopiedFiles;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.OrgSource;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes an org that Tailback can work with out of one that it cannot: the org as the company has it is started once and
 * described, and what is missing around its lines is generated and stands beside its own source from then on.
 */
public final class PrepareOrg {
    private final Path home;
    private final DataDirectory data;

    public PrepareOrg(Path home, DataDirectory data) {
        this.home = home;
        this.data = data;
    }

    /**
     * @param file the mapping; beside it stand {@code force-app}, the org's own source, and {@code story}, its rows
     * @throws CannotStart with what is missing or wrong
     */
    public ForeignOrg of(Path file) {
        Path folder = folder(file);
        Mapping wanted = read(file);
        Path source = data.schema();
        data.create();
        data.clearSchema();
        CopiedFiles.copy(folder.resolve("force-app"), source.resolve("own"));
        Generated generated = generate(wanted, source);
        generated.files().stream()
                .filter(made -> made.path().startsWith("force-app/"))
                .forEach(made -> write(source.resolve("generated").resolve(made.path()), made));
        String text = generated.files().stream()
                .filter(made -> made.path().equals("mapping.yaml"))
                .map(SourceFile::content)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was generated as mapping.yaml"));
        return new ForeignOrg(new OrgSource(source, source, folder.resolve("story")), generated.mapping(), text);
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw CannotStart.misconfigured("--mapping " + file + " is no file: name a mapping.yaml.");
        }
        for (String beside : List.of("force-app", "story")) {
            if (!Files.isDirectory(folder.resolve(beside))) {
                throw CannotStart.misconfigured("Beside " + file + " there is no directory " + beside
                        + ": the demo needs the org's own source in force-app, and rows and cast.properties in story.");
            }
        }
        return folder;
    }

    private static Mapping read(Path file) {
        try {
            return MappingYaml.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw CannotStart.misconfigured("--mapping " + file + " cannot be read.", unreadable);
        } catch (MappingInvalid invalid) {
            throw CannotStart.misconfigured("--mapping " + file + " is no mapping: " + invalid.getMessage(), invalid);
        }
    }

    private Generated generate(Mapping wanted, Path source) {
        int port = Ports.freePort();
        Blueprint blueprint = new Blueprint(home, data);
        try (OwnedProcesses processes = OwnedProcesses.in(data.processes())) {
            new Program(processes, blueprint.localOrg(port, "--source", source.toString()))
                    .start()
                    .awaitReady();
            OrgSchema schema = new DescribedOrg(URI.create("http://127.0.0.1:" + port)).allOf(wanted);
            return Generator.generate(wanted, schema, Choice.standard());
        } catch (GeneratorRefused refused) {
            throw CannotStart.misconfigured("Nothing can be generated for this org: " + refused.getMessage(), refused);
        }
    }

    private static void write(Path file, SourceFile made) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made.content());
        } catch (IOException broken) {
            throw CannotStart.misconfigured("Cannot write " + file + ".", broken);
        }
    }
}
