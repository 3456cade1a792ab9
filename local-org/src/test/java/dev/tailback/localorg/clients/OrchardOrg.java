package dev.tailback.localorg.clients;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.localorg.users.Accounts;
import java.nio.file.Path;

/** A local org of the test project, and what a client needs to log in to it. */
public final class OrchardOrg {
    public static final Path SOURCE = Path.of("src/test/resources/orchard");
    public static final Path SEED = Path.of("src/test/resources/orchard-seed");

    public static final String CLIENT_ID = "tailback";
    public static final String CLIENT_SECRET = "local-org";
    public static final String ADMIN = "admin@tailback.local";
    public static final String INTEGRATION = "integration@tailback.local";
    public static final String PASSWORD = "local-org";

    private OrchardOrg() {}

    public static LocalOrg start() {
        return LocalOrg.start(LocalOrgOptions.of(SOURCE).withSeed(SEED));
    }

    /** With the certificates and keys in a directory good for the JWT bearer flow. */
    public static LocalOrg trusting(Path keys) {
        return LocalOrg.start(LocalOrgOptions.of(SOURCE)
                .withSeed(SEED)
                .withAccounts(Accounts.standard().withJwtKeys(keys)));
    }
}
