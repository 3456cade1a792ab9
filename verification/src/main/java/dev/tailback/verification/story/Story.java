package dev.tailback.verification.story;

import dev.tailback.mapping.Mapping;
import dev.tailback.verification.fleet.Machine;
import dev.tailback.verification.fleet.OrgRefused;
import dev.tailback.verification.pages.PageUnexpected;
import java.io.PrintStream;
import java.util.List;

/** The story that {@code ./tailback demo --exit} tells, in order; every chapter builds on the one before. */
public final class Story {
    private static final List<Chapter> CHAPTERS = List.of(
            new OneSmallAd(),
            new MoreThanIsLeft(),
            new OneCorrected(),
            new SalesforceGoesDown(),
            new AnswerLost(),
            new RedisWiped(),
            new WorkerKilled(),
            new ContractFulfilled(),
            new ContractDrained(),
            new ContractClosed(),
            new TwoLedgers());

    private final Machine machine;
    private final Narrator narrator;

    public Story(Machine machine, PrintStream out) {
        this.machine = machine;
        this.narrator = new Narrator(out);
    }

    /** @return 0 if everything was as it must be, else 1 */
    public int tell() {
        try {
            Scene scene = scene();
            for (Chapter chapter : CHAPTERS) {
                narrator.chapter(chapter.title());
                chapter.tell(scene, narrator);
            }
            narrator.chapter("All " + narrator.checks() + " checks hold.");
            return 0;
        } catch (StoryFailed | PageUnexpected | OrgRefused failure) {
            narrator.chapter("The story failed: " + failure.getMessage());
            narrator.says("The logs are under " + machine.logs() + ".");
            return 1;
        }
    }

    private Scene scene() {
        return new Scene(
                new StaffDesk(machine.serviceApp(), "service", "tailback"),
                new SalesDesk(machine.localOrg(), "sales@tailback.local", Mapping.tailback()),
                new SalesDesk(machine.localOrg(), "finance@tailback.local", Mapping.tailback()),
                new FinanceDesk(machine.serviceApp(), "finance", "tailback"),
                new OrgSwitch(machine.localOrg()),
                machine);
    }
}
