package dev.tailback.salesforce.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.SAXException;

/** All metadata files of a project, with those that are no XML as faults. */
record SchemaTree(Path project, List<SchemaFile> files, List<String> faults) {

    static final List<String> PACKAGES = List.of("force-app", "force-app-reporting", "force-app-auth", "force-app-hub");

    static SchemaTree read(Path project) {
        List<SchemaFile> files = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String directory : PACKAGES) {
            for (Path path : paths(project.resolve(directory))) {
                try {
                    files.add(SchemaFile.read(path));
                } catch (SAXException malformed) {
                    faults.add(path.getFileName() + " is no XML: " + malformed.getMessage());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new SchemaTree(project, List.copyOf(files), List.copyOf(faults));
    }

    /** A project need not have all of them; those that it says it has are looked for with its project file. */
    private static List<Path> paths(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SchemaFile> ofType(String type) {
        return files.stream().filter(file -> file.type().equals(type)).toList();
    }
}
