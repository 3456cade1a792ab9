package dev.tailback.verification.hubtorture.programs;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.Customers;
import dev.tailback.verification.customers.IdleUpdates;
import dev.tailback.verification.customers.PrepareCustomers;
import dev.tailback.verification.customers.PreparedCustomers;
import dev.tailback.verification.customers.ShopDatabase;
import dev.tailback.verification.customers.TableLog;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Flow;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import dev.tailback.verification.hubtorture.wire.CallBook;
import dev.tailback.verification.hubtorture.wire.Link;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Every part as a process of its own. The hubs share a PostgreSQL that nothing else uses, so that it can be killed alone; each
 * hub has a way of its own to each CRM.
 */
// Everything that runs is there before start() gives the fleet away.
@SuppressWarnings("NullAway.Init")
public final class HubFleet implements AutoCloseable {
    private static final int HUBS = 2;

    private final OwnedProcesses processes;
    private final FleetPlans plans;
    private final CallBook book;
    private final List<Link> links = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Program> hubs = new ArrayList<>();
    private final List<Program> crms = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private Program serviceApp;
    private EmbeddedPostgres postgres;
    private EmbeddedPostgres shopPostgres;
    private URI org;
    private URI hubSpot;

    private HubFleet(OwnedProcesses processes, FleetPlans plans, CallBook book) {
        this.processes = processes;
        this.plans = plans;
        this.book = book;
    }

    /**
     * @throws dev.tailback.program.CannotStart or {@link dev.tailback.localservices.ServiceFailed}, and then nothing is
     *     left running
     */
    public static HubFleet start(Path home, DataDirectory data, CallBook book) {
        HubFleet fleet = new HubFleet(OwnedProcesses.in(data.processes()), new FleetPlans(home, data), book);
        try {
            data.clear();
            PrepareCustomers prepare = new PrepareCustomers(home, data);
            fleet.start(data, prepare, prepare.prepare(Customers.shipped()));
            return fleet;
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    private void start(DataDirectory data, PrepareCustomers prepare, PreparedCustomers prepared) {
        ProgramPlan orgPlan = plans.localOrg(prepared.org());
        ProgramPlan hubSpotPlan = plans.hubSpot(prepared.fixtures());
        org = FleetPlans.addressOf(orgPlan);
        hubSpot = FleetPlans.addressOf(hubSpotPlan);
        crms.add(new Program(processes, orgPlan).start());
        crms.add(new Program(processes, hubSpotPlan).start());
        shopPostgres = EmbeddedPostgres.start(
                processes, "postgres-of-the-shop", data.crms().resolve("postgres"), 0);
        postgres = EmbeddedPostgres.start(processes, "postgres", data.postgres(), 0);
        EmbeddedRedis redis = EmbeddedRedis.start(processes, "redis", data.redis(), 0);
        ProgramPlan appPlan = plans.serviceApp(org, shopPostgres, redis);
        serviceApp = new Program(processes, appPlan).start();
        shop().make(Customers.shipped(), new TableLog(plans.hubJar())::script);
        new IdleUpdates(shop()).watch();
        postgres.createDatabase(FleetPlans.DATABASE);
        crms.forEach(Program::awaitReady);
        for (int number = 1; number <= HUBS; number++) {
            startHub("hub-" + number, prepare, FleetPlans.addressOf(appPlan));
        }
        serviceApp.awaitReady();
        hubs.forEach(Program::awaitReady);
    }

    private void startHub(String name, PrepareCustomers prepare, URI accounts) {
        Link sales = Link.start(name, CustomerCrm.SALES, org, book);
        Link marketing = Link.start(name, CustomerCrm.MARKETING, hubSpot, book);
        Flow shop = Flow.to(shopPostgres.port());
        links.addAll(List.of(sales, marketing));
        flows.add(shop);
        Path crms = prepare.name(name + ".yaml", plans.crms(sales.address(), marketing.address(), shop));
        ProgramPlan plan = plans.hub(name, postgres, crms, accounts);
        addresses.add(FleetPlans.addressOf(plan));
        hubs.add(new Program(processes, plan).start());
    }

    public URI org() {
        return org;
    }

    public URI hubSpot() {
        return hubSpot;
    }

    public ShopDatabase shop() {
        return new ShopDatabase(shopPostgres);
    }

    public List<URI> addresses() {
        return addresses;
    }

    public List<Program> hubs() {
        return hubs;
    }

    /** The CRMs that are programs: the org and HubSpot. */
    public List<Program> crms() {
        return crms;
    }

    /** Of the hubs alone. */
    public EmbeddedPostgres postgres() {
        return postgres;
    }

    /** Of the shop, and of the accounts. */
    public EmbeddedPostgres shopPostgres() {
        return shopPostgres;
    }

    /** The ways of the hubs to the CRMs that speak HTTP. */
    public List<Link> links() {
        return links;
    }

    /** The ways of the hubs to the shop's PostgreSQL. */
    public List<Flow> flows() {
        return flows;
    }

    /** Ends every trouble, starts whatever is not running, and waits until all is ready. */
    public void heal() {
        links.forEach(Link::heal);
        flows.forEach(Flow::speak);
        shopPostgres.start();
        postgres.start();
        List<Program> programs = new ArrayList<>(crms);
        programs.addAll(hubs);
        programs.add(serviceApp);
        programs.stream().filter(program -> !program.isAlive()).forEach(Program::start);
        programs.forEach(Program::awaitReady);
    }

    /** Also after an interruption: a run that is ended leaves no process behind. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        processes.close();
        links.forEach(Link::close);
        flows.forEach(Flow::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
