package dev.tailback.standalone;

import dev.tailback.verification.fleet.Machine;

/** What the demo prints once it is up. */
final class Welcome {
    private Welcome() {}

    /** @param customer one that has a contract */
    static String to(Machine machine, String customer) {
        return """

                Tailback is up.

                  Service app   %s    accounts service, finance, operator, admin, viewer; password tailback
                  Local org     %s    users integration, sales, finance, admin @tailback.local; password local-org
                  Logs          %s
                %s
                Pick %s in the service app, create an ad, and watch it turn from Waiting to Reported;
                then look at the same contract in the local org. Kill any of the processes: nothing is lost.
                Ctrl-C ends everything.
                """.formatted(machine.serviceApp(), machine.localOrg(), machine.logs(), provider(machine), customer);
    }

    private static String provider(Machine machine) {
        return machine.provider()
                .map(provider -> "  OpenID        " + provider.issuer()
                        + "    people anna, finn, olga, ada, vera (a role" + " each), nora (none)\n")
                .orElse("");
    }
}
