package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.LabPlans;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.PreparedCustomers;
import dev.tailback.verification.fleet.OrgSource;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import dev.tailback.verification.hubstory.SalesPerson;
import java.net.URI;
import java.nio.file.Path;

/** A local org with the customers. */
final class OrgCopy implements CrmCopy {
    private final Program program;
    private final LabOrg org;
    private final KeptChanges kept;
    private final CountedDesk desk;
    private final long before;

    private OrgCopy(Program program, LabOrg org, KeptChanges kept) {
        this.program = program;
        this.org = org;
        this.kept = kept;
        this.before = kept.count();
        this.desk = new CountedDesk(new SalesPerson(org.address()));
    }

    static OrgCopy start(Lab lab, String name, PreparedCustomers prepared) {
        OrgSource source = prepared.org();
        Path kept = lab.directory(name).resolve("org.data");
        ProgramPlan plan = lab.plans()
                .blueprint()
                .localOrg(
                        Ports.freePort(),
                        "--source",
                        source.source().toString(),
                        "--views",
                        source.views().toString(),
                        "--seed",
                        source.seed().toString(),
                        "--data",
                        kept.toString());
        String mark = "\"object\":\"" + CustomerCrm.SALES.companies().name() + "\"";
        return new OrgCopy(lab.start(plan), new LabOrg(LabPlans.addressOf(plan)), KeptChanges.in(kept, mark));
    }

    URI address() {
        return org.address();
    }

    @Override
    public CountedDesk desk() {
        return desk;
    }

    @Override
    public long written() {
        return kept.count() - before - desk.edits();
    }

    @Override
    public long calls() {
        return org.calls().all() - desk.edits() - desk.looks();
    }

    @Override
    public void close() {
        program.kill();
    }
}
