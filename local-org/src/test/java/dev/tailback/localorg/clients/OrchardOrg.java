package dev.tailback.localorg.clients;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import java.nio.file.Path;

/** A local org of the test project, and what a client needs to log in to it. */
final class OrchardOrg {
    static final Path SOURCE = Path.of("src/test/resources/orchard");
    static final Path SEED = Path.of("src/test/resources/orchard-seed");

    static final String CLIENT_ID = "tailback";
    static final String CLIENT_SECRET = "local-org";
    static final String ADMIN = "admin@tailback.local";
    static final String INTEGRATION = "integration@tailback.local";
    static final String PASSWORD = "local-org";

    private OrchardOrg() {}

    static LocalOrg start() {
        return LocalOrg.start(LocalOrgOptions.of(SOURCE).withSeed(SEED));
    }
}
