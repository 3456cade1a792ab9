package dev.tailback.localservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The user PostgreSQL runs as. It refuses to run as root. If we are root, it runs inside a user namespace where the
 * system allows one, which keeps the files root's; otherwise as the user {@code nobody}, which then must own the data
 * and have access to it.
 *
 * @param prefix goes before each PostgreSQL command
 * @param uid who must own the data directory
 */
record PostgresUser(List<String> prefix, int uid) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /** @param directory an existing one, whose owner tells who we are */
    static PostgresUser choose(Path directory) throws IOException {
        int uid = ownUid(directory);
        if (uid != ROOT) {
            return new PostgresUser(List.of(), uid);
        }
        if (works("unshare", "-U", "true")) {
            return new PostgresUser(List.of("unshare", "-U"), ROOT);
        }
        List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (works("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true")) {
            return new PostgresUser(asNobody, NOBODY);
        }
        throw new ServiceFailed("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                + " start Tailback as another user");
    }

    /** Gives the directory and all in it to this user, if it is not. */
    void own(Path directory) throws IOException {
        if (uidOf(directory) == uid) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.toList()) {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** @throws ServiceFailed if the user has no access, as {@code nobody} has none below /root */
    void requireAccess(Path directory) {
        if (uid == NOBODY && !works(prefix, "test", "-x", directory.toString())) {
            throw new ServiceFailed("PostgreSQL has to run as nobody here, who cannot reach " + directory
                    + ": choose a directory whose parents everybody may enter, or start Tailback as another user");
        }
    }

    private static int ownUid(Path directory) throws IOException {
        Path mine = Files.createTempFile(directory, "whose", "");
        try {
            return uidOf(mine);
        } finally {
            Files.delete(mine);
        }
    }

    private static int uidOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean works(List<String> prefix, String... command) {
        return works(Stream.concat(prefix.stream(), Stream.of(command)).toArray(String[]::new));
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
