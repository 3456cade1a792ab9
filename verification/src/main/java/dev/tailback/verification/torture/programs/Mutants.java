package dev.tailback.verification.torture.programs;

import dev.tailback.program.CannotStart;
import dev.tailback.queue.EntryQueue;
import dev.tailback.verification.fleet.CopiedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies of our own source with one guard taken out. The programs themselves have no switch for it. */
final class Mutants {
    private static final String FENCE = "Version_Never_Falls.validationRule-meta.xml";
    private static final String GATE_SCRIPT = "common.lua";
    private static final String GATE = "local function is_open()\n";

    private final Settings settings;

    Mutants(Settings settings) {
        this.settings = settings;
    }

    /** The schema that the org loads. */
    Path schema() {
        Path source = settings.home().resolve("salesforce-schema").resolve("force-app");
        if (!settings.isWithout(Guard.FENCE)) {
            return source;
        }
        Path copy = settings.data().resolve("without-fence");
        CopiedFiles.copy(source, copy);
        change(find(copy, FENCE), "<active>true</active>", "<active>false</active>");
        return copy;
    }

    /** What stands in front of the programs' own classes. */
    Optional<Path> inFront() {
        if (!settings.isWithout(Guard.GATE)) {
            return Optional.empty();
        }
        Path front = settings.data().resolve("without-gate");
        Path script = front.resolve(EntryQueue.class.getPackageName().replace('.', '/'))
                .resolve(GATE_SCRIPT);
        try (InputStream original = EntryQueue.class.getResourceAsStream(GATE_SCRIPT)) {
            Files.createDirectories(script.getParent());
            Files.write(script, original.readAllBytes());
        } catch (IOException e) {
            throw CannotStart.misconfigured("Cannot write to " + front + ": give the run another --data DIR.", e);
        }
        change(script, GATE, GATE + "  if true then return true end\n");
        return Optional.of(front);
    }

    private static void change(Path file, String from, String to) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (!text.contains(from)) {
                throw CannotStart.misconfigured(file + " no longer holds '" + from + "': the guard has moved; tell "
                        + Mutants.class.getSimpleName() + " where it is.");
            }
            Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CannotStart.misconfigured(file + " cannot be changed.", e);
        }
    }

    private static Path find(Path root, String name) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith(name))
                    .findFirst()
                    .orElseThrow(() -> CannotStart.misconfigured("The schema has no " + name + "."));
        } catch (IOException e) {
            throw CannotStart.misconfigured(root + " cannot be read.", e);
        }
    }
}
