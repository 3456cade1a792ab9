package dev.tailback.standalone;

import dev.tailback.verification.customers.ShopDatabase;
import dev.tailback.verification.fleet.HubMachine;

/** What the demo with the hub prints once it is up. */
final class HubWelcome {
    private HubWelcome() {}

    static String to(HubMachine machine) {
        return """

                Tailback is up, with the hub.

                  Hub           %s    accounts operator, admin, viewer; password tailback
                  Salesforce    %s/objects/Account    users sales, admin @tailback.local; password local-org
                  HubSpot       %s/companies    no login
                  Shop          %s    user tailback, password in %s
                  Service app   %s    has the accounts
                  Logs          %s

                Change the phone number of Meyer Logistik in one of the three CRMs, and look at the other two.
                Kill any of the processes: nothing is lost. Ctrl-C ends everything.
                """.formatted(
                        machine.hub(),
                        machine.localOrg(),
                        machine.hubSpot(),
                        new ShopDatabase(machine.postgres()).jdbcUrl(),
                        machine.postgres().directory(),
                        machine.serviceApp(),
                        machine.logs());
    }
}
