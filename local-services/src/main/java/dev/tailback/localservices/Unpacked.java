package dev.tailback.localservices;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Executables from the class path, unpacked once per user and machine into the temporary directory. Unpacking happens
 * beside the target, which then appears whole by a rename: programs that start at the same time do not disturb each
 * other.
 */
final class Unpacked {
    private Unpacked() {}

    /** Fills a directory or file that does not exist yet. */
    interface Unpacking {
        void into(Path target) throws IOException;
    }

    static Path once(String name, Unpacking unpacking) {
        Path home = home();
        Path target = home.resolve(name);
        if (Files.exists(target)) {
            return target;
        }
        Path fresh = home.resolve(name + ".new-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        try {
            unpacking.into(fresh);
            moveUnlessThere(fresh, target);
        } catch (IOException e) {
            throw new ServiceFailed("Cannot unpack " + name + " into " + home + ": make room or make it writable", e);
        }
        return target;
    }

    static void executable(InputStream content, Path target) throws IOException {
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if (!target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    private static void moveUnlessThere(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteAll(fresh);
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }

    // A user who may write here decides what we execute, so the directory must be ours.
    private static Path home() {
        String user = System.getProperty("user.name");
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "tailback-services-" + user);
        try {
            Files.createDirectories(home);
            String owner = Files.getOwner(home, LinkOption.NOFOLLOW_LINKS).getName();
            if (!owner.equals(user) || Files.isSymbolicLink(home)) {
                throw new ServiceFailed(home + " belongs to " + owner + ", not to " + user
                        + ": remove it or set java.io.tmpdir to another directory");
            }
            return home;
        } catch (IOException e) {
            throw new ServiceFailed("Cannot write to " + home + ": set java.io.tmpdir to a writable directory", e);
        }
    }

    static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
