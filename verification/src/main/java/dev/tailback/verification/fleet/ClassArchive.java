package dev.tailback.verification.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.localservices.ServiceFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes of one program in a form that its Java machine maps into memory, instead of finding them in jars, reading
 * and checking them. A program that starts without an archive notes its classes; an archive is made from these notes,
 * and every later start takes it. An archive belongs to one build and one version of Java. When it does not fit, the
 * Java machine goes on without it and says nothing: a start may take longer, and never fails.
 */
public final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

    private final Path directory;
    private final Path jar;
    private final String owner;

    /** @param directory of the archives of all programs; made when it is needed */
    public ClassArchive(Path directory, Path jar) {
        this(directory, jar, ProcessHandle.current().pid());
    }

    /** @param owner the process that keeps the notes until the archive is made */
    ClassArchive(Path directory, Path jar, long owner) {
        this.directory = directory;
        this.jar = jar;
        this.owner = Long.toString(owner);
    }

    /** What the program's Java machine is started with: nothing where no archive can be kept. */
    public List<String> options() {
        if (isCurrent()) {
            return taking();
        }
        return canNote() ? List.of("-XX:DumpLoadedClassList=" + notes()) : List.of();
    }

    /** The archive, wherever it comes from; a Java machine that cannot use it does not say so. */
    List<String> taking() {
        return List.of("-XX:SharedArchiveFile=" + file(), "-Xlog:cds*=off");
    }

    public Path file() {
        return directory.resolve(name() + ".jsa");
    }

    /** Newer than every jar that it holds classes of; the Java machine then looks at each jar's size and time. */
    public boolean isCurrent() {
        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            FileTime made = Files.getLastModifiedTime(file());
            for (Path one : Stream.concat(Stream.of(jar), libraries).toList()) {
                if (Files.getLastModifiedTime(one).compareTo(made) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Makes it from what the program has noted so far: some seconds of one processor, behind all other work. */
    public void make(OwnedProcesses processes) {
        try {
            if (!isCurrent() && Files.exists(notes())) {
                make(new ArchiveWork(processes, jar));
            }
        } catch (IOException | ServiceFailed notThisTime) {
            LOG.debug("No archive of the classes of {} was made", jar, notThisTime);
        } finally {
            forget();
        }
    }

    private void make(ArchiveWork work) throws IOException {
        Path classes = temporary("list");
        Path made = temporary("new");
        Files.writeString(classes, wholeLines(Files.readString(notes(), ISO_8859_1)), ISO_8859_1);
        // A jar that changes from now on is newer than the archive.
        FileTime begun = Files.getLastModifiedTime(classes);
        if (work.isWritten(classes, made) && work.isUsable(made)) {
            Files.setLastModifiedTime(made, begun);
            Files.move(made, file(), ATOMIC_MOVE, REPLACE_EXISTING);
        }
    }

    /** The program still writes: its last line may be half a line. */
    private static String wholeLines(String noted) {
        return noted.substring(0, noted.lastIndexOf('\n') + 1);
    }

    /** Deletes the notes of this owner, and what owners left that are gone. */
    public void forget() {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(this::isSpent).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException nothingThere) {
            LOG.debug("Nothing to delete in {}", directory, nothingThere);
        }
    }

    private boolean isSpent(Path file) {
        String named = file.getFileName().toString();
        if (!named.startsWith(name() + ".")) {
            return false;
        }
        String rest = named.substring(name().length() + 1);
        if (!rest.matches("\\d{1,18}\\.[a-z]+")) {
            return false;
        }
        String whose = rest.substring(0, rest.indexOf('.'));
        return whose.equals(owner) || ProcessHandle.of(Long.parseLong(whose)).isEmpty();
    }

    private boolean canNote() {
        try {
            Files.createDirectories(directory);
            Files.writeString(notes(), "");
            return true;
        } catch (IOException cannotWrite) {
            LOG.debug("No archive of classes is kept in {}", directory, cannotWrite);
            return false;
        }
    }

    private Path notes() {
        return temporary("classes");
    }

    private Path temporary(String ending) {
        return directory.resolve(name() + "." + owner + "." + ending);
    }

    /** As the script composes it, too: {@code service-app-25.0.3+9-LTS}. */
    private String name() {
        String program = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        return program + "-" + System.getProperty("java.runtime.version");
    }
}
