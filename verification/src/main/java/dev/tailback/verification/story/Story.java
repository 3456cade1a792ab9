package dev.tailback.verification.story;

import dev.tailback.mapping.Mapping;
import dev.tailback.verification.fleet.Machine;
import dev.tailback.verification.fleet.OrgRefused;
import dev.tailback.verification.fleet.OrgSource;
import dev.tailback.verification.foreign.ForeignOrg;
import dev.tailback.verification.pages.PageUnexpected;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

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
    private final Mapping mapping;
    private final Cast cast;
    private final Narrator narrator;

    /** @param foreign the machine's org; none where it has Tailback's own objects */
    public Story(Machine machine, OrgSource org, Optional<ForeignOrg> foreign, PrintStream out) {
        this.machine = machine;
        this.mapping = foreign.map(ForeignOrg::mapping).orElseGet(Mapping::tailback);
        this.cast = Cast.of(org.seed());
        this.narrator = new Narrator(out);
    }

    /** @return 0 if everything was as it must be, else 1 */
    public int tell() {
        try {
            Scene scene = scene();
            for (Chapter chapter : CHAPTERS) {
                narrator.chapter(chapter.title(cast));
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
                cast,
                new StaffDesk(machine.serviceApp(), "service", "tailback"),
                new SalesDesk(machine.localOrg(), "sales@tailback.local", mapping),
                new SalesDesk(machine.localOrg(), "finance@tailback.local", mapping),
                new FinanceDesk(machine.serviceApp(), "finance", "tailback"),
                new OrgSwitch(machine.localOrg()),
                machine);
    }
}
