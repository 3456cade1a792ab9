package dev.tailback.verification.hubtorture.faults;

import dev.tailback.verification.fleet.Flow;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.hubstory.MarketingPerson;
import dev.tailback.verification.hubstory.Register;
import dev.tailback.verification.hubtorture.programs.HubFleet;
import dev.tailback.verification.hubtorture.wire.Link;
import dev.tailback.verification.hubtorture.wire.LinkFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Every kind of fault that can strike the hubs, their PostgreSQL and their ways to the CRMs. */
public final class HubFaults {
    private static final int SHORT = 1_500;
    private static final int LONG = 4_000;

    private final HubFleet fleet;
    private final List<HubFault> all = new ArrayList<>();

    private HubFaults(HubFleet fleet) {
        this.fleet = fleet;
    }

    public static HubFaults of(HubFleet fleet, MarketingPerson marketing, Operator operator, Register register) {
        HubFaults faults = new HubFaults(fleet);
        faults.hubs();
        faults.crms();
        faults.postgres();
        faults.shop();
        for (LinkFault what : LinkFault.values()) {
            faults.add("link: " + what, LONG, random -> faults.suffer(what, random));
        }
        faults.all.addAll(new HubSpotFaults(marketing, operator, register).all());
        return faults;
    }

    List<HubFault> all() {
        return List.copyOf(all);
    }

    private void add(String name, int longestMs, Function<Random, Runnable> strike) {
        all.add(HubFault.of(name, longestMs, strike));
    }

    private void addOfHubs(String name, int longestMs, Function<Random, Runnable> strike) {
        all.add(new HubFault(name, longestMs, true, false, strike));
    }

    private void hubs() {
        List<Program> hubs = fleet.hubs();
        addOfHubs("hub killed", SHORT, random -> killed(List.of(hubs.get(random.nextInt(hubs.size())))));
        addOfHubs("both hubs killed", SHORT, random -> killed(hubs));
        addOfHubs("hub paused", LONG, random -> paused(hubs.get(random.nextInt(hubs.size()))));
    }

    private static Runnable killed(List<Program> hubs) {
        hubs.forEach(Program::kill);
        return () -> hubs.stream().filter(hub -> !hub.isAlive()).forEach(Program::start);
    }

    private static Runnable paused(Program hub) {
        hub.freeze();
        return hub::thaw;
    }

    /** Alone: whatever else strikes a CRM is told to it, and a program that is not there hears nothing. */
    private void crms() {
        for (Program crm : fleet.crms()) {
            all.add(new HubFault(crm.name() + " killed", SHORT, false, true, random -> {
                crm.kill();
                return () -> crm.start().awaitReady();
            }));
        }
    }

    private void postgres() {
        addOfHubs("PostgreSQL killed", SHORT, random -> {
            fleet.postgres().kill();
            return fleet.postgres()::start;
        });
        addOfHubs("PostgreSQL's clients cut off", SHORT, random -> {
            fleet.postgres().troubles().cutClients();
            return fleet.postgres().troubles()::cutClients;
        });
        addOfHubs(
                "PostgreSQL stalled",
                LONG,
                random -> fleet.postgres().troubles().stall());
        addOfHubs(
                "PostgreSQL takes no writes",
                LONG,
                random -> fleet.postgres().troubles().refuseWrites());
    }

    private void shop() {
        add("the shop's clients cut off", SHORT, random -> {
            fleet.shopPostgres().troubles().cutClients();
            return () -> {};
        });
        add("the shop not heard of", LONG, random -> {
            fleet.flows().forEach(Flow::fallSilent);
            return () -> fleet.flows().forEach(Flow::speak);
        });
    }

    /** On one way, or on both hubs' ways to one CRM. */
    private Runnable suffer(LinkFault what, Random random) {
        Link drawn = fleet.links().get(random.nextInt(fleet.links().size()));
        List<Link> hit = random.nextBoolean()
                ? List.of(drawn)
                : fleet.links().stream()
                        .filter(link -> link.crm() == drawn.crm())
                        .toList();
        hit.forEach(link -> link.suffer(what));
        return () -> hit.forEach(Link::heal);
    }
}
