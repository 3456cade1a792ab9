package dev.tailback.verification.customers;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.HubMachine;
import dev.tailback.verification.fleet.HubPlans;
import dev.tailback.verification.fleet.HubPorts;
import dev.tailback.verification.fleet.Plans;
import java.net.URI;

/** Everything with the hub, and three CRMs that hold the same forty customers. */
public final class CustomersMachine {
    private final Plans others;
    private final HubPorts ports;
    private final PrepareCustomers prepare;

    private CustomersMachine(Plans others, HubPorts ports) {
        this.others = others;
        this.ports = ports;
        this.prepare = new PrepareCustomers(others.home(), others.data());
    }

    /**
     * @param others how everything but the hub is started; its org is put in place here
     * @throws dev.tailback.program.CannotStart or {@link dev.tailback.localservices.ServiceFailed}, and then nothing is
     *     left running
     */
    public static HubMachine start(Plans others, HubPorts ports, boolean fresh) {
        return new CustomersMachine(others, ports).start(fresh);
    }

    private HubMachine start(boolean fresh) {
        PreparedCustomers prepared = prepare.prepare(Customers.shipped());
        HubPlans plans = new HubPlans(
                others.withOrg(prepared.org().switchedBy(others.org().switches())),
                ports,
                prepared.crms(),
                CrmAddresses.secrets(),
                prepared.fixtures());
        return HubMachine.start(plans, fresh, this::makeShop);
    }

    private void makeShop(EmbeddedPostgres postgres) {
        ShopDatabase shop = new ShopDatabase(postgres);
        TableLog log = new TableLog(new Blueprint(others.home(), others.data()).jar("integration-hub"));
        shop.make(Customers.shipped(), log::script);
        prepare.name(new CrmAddresses(local(ports.others().localOrg()), local(ports.hubSpot()), shop.jdbcUrl()));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
