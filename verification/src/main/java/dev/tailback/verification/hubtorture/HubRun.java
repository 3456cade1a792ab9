package dev.tailback.verification.hubtorture;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.Customers;
import dev.tailback.verification.customers.IdleUpdates;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.hubstory.CrmDesk;
import dev.tailback.verification.hubstory.HubDesk;
import dev.tailback.verification.hubstory.MarketingPerson;
import dev.tailback.verification.hubstory.Register;
import dev.tailback.verification.hubstory.SalesPerson;
import dev.tailback.verification.hubstory.ShopPerson;
import dev.tailback.verification.hubtorture.faults.HubFaults;
import dev.tailback.verification.hubtorture.faults.HubStorm;
import dev.tailback.verification.hubtorture.faults.Operator;
import dev.tailback.verification.hubtorture.faults.Troubled;
import dev.tailback.verification.hubtorture.judging.Doubles;
import dev.tailback.verification.hubtorture.judging.Evidence;
import dev.tailback.verification.hubtorture.judging.HubFindings;
import dev.tailback.verification.hubtorture.judging.HubHarm;
import dev.tailback.verification.hubtorture.judging.Judge;
import dev.tailback.verification.hubtorture.judging.Quiet;
import dev.tailback.verification.hubtorture.judging.ReadEvidence;
import dev.tailback.verification.hubtorture.judging.Slips;
import dev.tailback.verification.hubtorture.people.Crew;
import dev.tailback.verification.hubtorture.people.Edit;
import dev.tailback.verification.hubtorture.people.EditBook;
import dev.tailback.verification.hubtorture.people.Field;
import dev.tailback.verification.hubtorture.programs.HubFleet;
import dev.tailback.verification.hubtorture.wire.CallBook;
import dev.tailback.verification.torture.people.Tally;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** One run: the CRMs meet, people type while everything breaks, all is healed, and then each field is judged. */
final class HubRun {
    private final HubSettings settings;
    private final HubFleet fleet;
    private final CallBook calls;
    private final PrintStream out;
    private final HubFindings findings = new HubFindings();
    private final EditBook book = new EditBook();
    private final Tally tally = new Tally();
    private final Troubled troubled = new Troubled();
    private final MarketingPerson marketing;
    private final List<CrmDesk> desks;
    private final Register register;
    private final HubDesk operator;
    private final ReadEvidence evidence;

    HubRun(HubSettings settings, HubFleet fleet, CallBook calls, PrintStream out) {
        this.settings = settings;
        this.fleet = fleet;
        this.calls = calls;
        this.out = out;
        this.marketing = new MarketingPerson(fleet.hubSpot());
        this.desks = List.of(new SalesPerson(fleet.org()), marketing, new ShopPerson(fleet.shop()));
        this.register = Register.of(Customers.shipped(), desks);
        this.operator = new HubDesk(fleet.addresses().get(0), "operator");
        this.evidence = new ReadEvidence(desks, operator, register);
    }

    HubFindings run() {
        new FirstAnswers(operator, register).give();
        int customers = Customers.shipped().count();
        List<Field> fields = Crew.fields(customers);
        Map<Field, String> before = evidence.agreed(fields);
        Map<String, List<String>> standing = evidence.standing(fields);
        out.println("The three CRMs have met. People begin to type.");
        try (Crew crew = new Crew(desks, register, customers, settings.seed(), book, tally)) {
            crew.work();
            storm();
            crew.goHome();
        }
        fleet.heal();
        new Operator(fleet.addresses()).hasSchemaLookedAt(CustomerCrm.MARKETING);
        out.println("People went home, and everything is whole again.");
        new Quiet(operator, evidence, calls, out).judge(findings);
        judge(before, standing);
        return findings;
    }

    private void storm() {
        if (settings.calm()) {
            Await.millis(settings.storm().toMillis());
            return;
        }
        HubFaults faults = HubFaults.of(fleet, marketing, new Operator(fleet.addresses()), register);
        new HubStorm(fleet, faults, settings.seed(), troubled, tally, out).rage(settings.storm());
    }

    private void judge(Map<Field, String> before, Map<String, List<String>> standing) {
        List<Edit> edits = Slips.in(calls).excused(book.all());
        List<Evidence> all = evidence.read(before, edits);
        Judge judge = new Judge(findings);
        all.forEach(judge::judge);
        new Doubles(edits, troubled).judge(calls.writes(), findings);
        new IdleUpdates(fleet.shop())
                .seen()
                .forEach(update -> findings.add(
                        HubHarm.DOUBLED, "A row of the shop was written that held all of it already: " + update));
        Map<String, List<String>> now = evidence.standing(List.copyOf(before.keySet()));
        standing.forEach((customer, records) -> {
            if (!records.equals(now.get(customer))) {
                findings.add(
                        HubHarm.DOUBLED,
                        customer + ": " + records + " stood for it before, and now " + now.get(customer));
            }
        });
        report(all, edits);
    }

    private void report(List<Evidence> all, List<Edit> edits) {
        out.printf("%nPeople and faults:%n%s%n", tally.table());
        out.printf(
                "The hubs made %d calls to Salesforce and HubSpot, and wrote %d fields there.%n",
                calls.calls(), calls.writes().size());
        out.printf(
                "Judged: %d fields, %d of them edited %d times; %d conflicts; %d edits excused that fell between a look and "
                        + "a write.%n%n",
                all.size(),
                EditBook.byField(edits).size(),
                edits.size(),
                all.stream().mapToLong(Evidence::conflicts).sum(),
                edits.size() - edits.stream().filter(Edit::isCertain).count());
    }
}
