package dev.tailback.verification.story;

import dev.tailback.verification.pages.PageForm;
import dev.tailback.verification.pages.Screen;

/** (h) Salesforce decides the lock. The screen shows the refusal, also for an entry that was under way. */
final class ContractFulfilled implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(h) The contract is fulfilled in Salesforce; two corrections come too late.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(scene.cast().customer());
        ProductLine gigantic = scene.sales().product(contract, scene.cast().gigantic());
        Ad underWay = scene.staff().adTitled(contract, "Waits in Redis");
        Ad atTheScreen = scene.staff().adTitled(contract, "The answer is lost");

        PageForm openAtTheScreen = scene.staff().correction(atTheScreen, gigantic, 2);
        scene.machine().killWorker();
        scene.staff().correct(underWay, gigantic, 2);
        scene.finance().fulfil(contract);
        scene.machine().startWorker();

        Expect.that("the correction that was under way is rejected", () -> rejected(scene, underWay));
        Entry rejected = scene.staff().show(underWay.id()).only();
        narrator.expect("the correction under way", "Rejected", rejected.state());
        narrator.expect("its code", "USAGE_LOCKED", rejected.code());
        narrator.says("Staff read: " + rejected.reason());
        narrator.says("What now: " + rejected.whatNow());

        Screen refusal = scene.staff().sends(openAtTheScreen);
        narrator.expect("a correction at the screen", 409, refusal.status());
        narrator.expect("its code", "contract_fulfilled", refusal.code());
        narrator.says("Staff read: " + refusal.refusal());
        narrator.expect(
                scene.cast().gigantic() + " consumed stays",
                4,
                scene.sales().product(contract, scene.cast().gigantic()).consumed());

        scene.staff().revert(underWay);
        narrator.expect(
                "after going back to what Salesforce holds",
                "Locked",
                scene.staff().show(underWay.id()).only().state());
    }

    private static boolean rejected(Scene scene, Ad ad) {
        return scene.staff().show(ad.id()).only().state().equals("Rejected");
    }
}
