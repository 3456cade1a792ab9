package dev.tailback.verification.fleet;

import dev.tailback.program.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything one demo keeps on disk, under one directory. */
public record DataDirectory(Path root) {
    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path redis() {
        return root.resolve("redis");
    }

    public Path localOrg() {
        return root.resolve("local-org").resolve("org");
    }

    /** Of an org that is not Tailback's own: its source, and what was generated for it. */
    public Path schema() {
        return root.resolve("schema");
    }

    /** The seed of a run that needs more contracts than the shipped one. */
    public Path market() {
        return root.resolve("market");
    }

    /** What CRMs beside the local org keep. */
    public Path crms() {
        return root.resolve("crms");
    }

    /** Notes on the hub's own processes, which stand beside those of the other programs. */
    public Path hubProcesses() {
        return root.resolve("hub-processes");
    }

    public Path processes() {
        return root.resolve("processes");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Forgets what earlier demos saved here. Only while none of their processes runs. */
    public void clear() {
        List.of(postgres(), redis(), localOrg().getParent(), crms(), logs()).forEach(DataDirectory::delete);
    }

    /** The source of another org is made anew for each demo. */
    public void clearSchema() {
        delete(schema());
    }

    /** Makes the places that programs expect to find. */
    public void create() {
        try {
            Files.createDirectories(localOrg().getParent());
            Files.createDirectories(crms());
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw cannotWrite(root, e);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw cannotWrite(directory, e);
        }
    }

    private static CannotStart cannotWrite(Path directory, IOException e) {
        return CannotStart.misconfigured(
                "Cannot write to " + directory + " (" + e.getMessage() + "): give the demo another --data DIR.", e);
    }
}
