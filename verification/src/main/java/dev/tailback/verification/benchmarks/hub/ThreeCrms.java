package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.Customers;
import dev.tailback.verification.customers.PrepareCustomers;
import dev.tailback.verification.customers.PreparedCustomers;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.hubstory.CrmDesk;
import dev.tailback.verification.hubstory.Register;
import java.util.List;
import java.util.function.Function;

/**
 * Salesforce, HubSpot and the shop with the same customers, for one synchroniser alone.
 *
 * @param count of the customers; their numbers begin with 1
 */
record ThreeCrms(OrgCopy org, HubSpotCopy hubSpot, ShopCopy shop, Register register, int count)
        implements AutoCloseable {

    /** @param name of this one; no other one of the lab has it */
    static ThreeCrms start(Lab lab, String name, int count, Function<String, String> shopScript) {
        Customers customers = Companies.of(count, List.of(CustomerCrm.values()));
        PreparedCustomers prepared = prepare(lab, name, customers);
        ShopCopy shop = ShopCopy.in(lab.postgres("postgres-" + name), customers, shopScript);
        OrgCopy org = OrgCopy.start(lab, name, prepared);
        HubSpotCopy hubSpot = HubSpotCopy.start(lab, name, prepared);
        List<CrmDesk> desks = List.of(org.desk(), hubSpot.desk(), shop.desk());
        return new ThreeCrms(org, hubSpot, shop, Register.of(customers, desks), count);
    }

    /** Writes what the CRMs start with into a directory of the lab. */
    static PreparedCustomers prepare(Lab lab, String name, Customers customers) {
        return new PrepareCustomers(lab.plans().blueprint().home(), new DataDirectory(lab.directory(name)))
                .prepare(customers);
    }

    CrmAddresses addresses() {
        return new CrmAddresses(org.address(), hubSpot.address(), shop.address());
    }

    List<CrmCopy> all() {
        return List.of(org, hubSpot, shop);
    }

    CountedDesk desk(CustomerCrm crm) {
        return all().stream()
                .map(CrmCopy::desk)
                .filter(desk -> desk.crm() == crm)
                .findFirst()
                .orElseThrow();
    }

    Tally tally() {
        return new Tally(all().stream().mapToLong(CrmCopy::written).sum(), org.calls(), hubSpot.calls());
    }

    @Override
    public void close() {
        all().forEach(CrmCopy::close);
    }
}
