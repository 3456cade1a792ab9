package dev.tailback.verification.hubstory;

import dev.tailback.verification.customers.Customers;
import dev.tailback.verification.customers.ShopDatabase;
import dev.tailback.verification.fleet.HubMachine;
import dev.tailback.verification.fleet.OrgRefused;
import dev.tailback.verification.story.Narrator;
import dev.tailback.verification.story.StoryFailed;
import java.io.PrintStream;
import java.util.List;

/** The story of one customer in three CRMs, in order; every chapter builds on the one before. */
public final class HubStory {
    private static final List<HubChapter> CHAPTERS = List.of(
            new FirstMeeting(),
            new PhoneChanged(),
            new SameSecond(),
            new HubSpotGoesDown(),
            new HubKilled(),
            new RuleChanged(),
            new FieldRenamed(),
            new CustomerDeleted(),
            new PersonErased(),
            new QuietAfterTheLastEdit(),
            new AllValues());

    private final HubMachine machine;
    private final Narrator narrator;

    public HubStory(HubMachine machine, PrintStream out) {
        this.machine = machine;
        this.narrator = new Narrator(out);
    }

    /** @return 0 if everything was as it must be, else 1 */
    public int tell() {
        try {
            World world = world();
            for (HubChapter chapter : CHAPTERS) {
                narrator.chapter(chapter.title());
                chapter.tell(world, narrator);
            }
            narrator.chapter("All " + narrator.checks() + " checks hold.");
            return 0;
        } catch (StoryFailed | OrgRefused failure) {
            narrator.chapter("The story failed: " + failure.getMessage());
            narrator.says("The logs are under " + machine.logs() + ".");
            return 1;
        }
    }

    private World world() {
        SalesPerson sales = new SalesPerson(machine.localOrg());
        MarketingPerson marketing = new MarketingPerson(machine.hubSpot());
        ShopPerson shop = new ShopPerson(new ShopDatabase(machine.postgres()));
        return new World(
                sales,
                marketing,
                shop,
                new HubDesk(machine.hub(), "operator"),
                new HubDesk(machine.hub(), "admin"),
                Register.of(Customers.shipped(), List.of(sales, marketing, shop)),
                machine);
    }
}
