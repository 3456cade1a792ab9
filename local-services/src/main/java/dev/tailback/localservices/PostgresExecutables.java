package dev.tailback.localservices;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs from the zonky jar of this platform, unpacked once. */
final class PostgresExecutables {
    private PostgresExecutables() {}

    /** The directory that holds {@code bin/postgres} and {@code bin/initdb}. */
    static Path find() {
        URL archive = archive();
        return Unpacked.once("postgres-" + fingerprint(archive), target -> unpack(archive, target));
    }

    private static URL archive() {
        URL archive = PostgresExecutables.class.getResource("/postgres-" + system() + "-" + machine() + ".txz");
        if (archive == null) {
            throw new ServiceFailed("No embedded PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch")
                    + ": run PostgreSQL yourself and set DATASOURCES_DEFAULT_URL");
        }
        return archive;
    }

    /** What the jar says of its 15 MB: to read them at each start takes longer than PostgreSQL itself. */
    private static String fingerprint(URL archive) {
        try {
            URLConnection connection = archive.openConnection();
            if (connection instanceof JarURLConnection inJar) {
                JarEntry entry = inJar.getJarEntry();
                return String.format(Locale.ROOT, "%08x-%d", entry.getCrc(), entry.getSize());
            }
            return connection.getContentLengthLong() + "-" + connection.getLastModified();
        } catch (IOException e) {
            throw new ServiceFailed("Cannot read " + archive + " from the class path: build Tailback again", e);
        }
    }

    private static String system() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : system;
    }

    private static String machine() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive wants to write outside its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if ((entry.getMode() & 0100) != 0) {
            Unpacked.executable(content, path);
        } else {
            Files.copy(content, path);
        }
    }
}
