package dev.tailback.verification.fleet;

import dev.tailback.program.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * The OpenID provider of the demo, inside its process: a page to choose a person on, one for each role, without a
 * password. It listens on 127.0.0.1 and is called localhost, so that a browser takes it for another site, as a real one
 * is.
 */
public final class LocalProvider implements AutoCloseable {
    private static final String PAGE = "people.html";

    /** The server below tells on the terminal what nobody asked for; the name must be held, or the level is forgotten. */
    private static final Logger CHATTER = Logger.getLogger("okhttp3.mockwebserver.MockWebServer");

    private final MockOAuth2Server server;
    private final int port;

    private LocalProvider(MockOAuth2Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /** @param directory where its page is written to */
    static LocalProvider start(int port, Path directory) {
        CHATTER.setLevel(Level.WARNING);
        MockOAuth2Server server =
                new MockOAuth2Server(new OAuth2Config(true, page(directory).toString()));
        server.start(InetAddress.getLoopbackAddress(), port);
        return new LocalProvider(server, port);
    }

    public String issuer() {
        return "http://localhost:" + port + "/company";
    }

    /** For the service app. */
    Map<String, String> environment() {
        return Map.of(
                "TAILBACK_OIDC_ISSUER", issuer(),
                "TAILBACK_OIDC_CLIENT_ID", "tailback",
                "TAILBACK_OIDC_LABEL", "Demo ID",
                "TAILBACK_OIDC_ANSWER_WITHIN", "20s");
    }

    private static Path page(Path directory) {
        try (InputStream page = LocalProvider.class.getResourceAsStream(PAGE)) {
            Path file = directory.resolve(PAGE);
            Files.write(file, Objects.requireNonNull(page, PAGE).readAllBytes());
            return file;
        } catch (IOException e) {
            throw CannotStart.notAvailable("The page of the OpenID provider cannot be written to " + directory, e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
