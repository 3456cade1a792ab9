package dev.tailback.verification.story;

import dev.tailback.verification.pages.PageForm;
import dev.tailback.verification.pages.Screen;

/** (i) A contract is asked to close before it is fulfilled, so that nothing of it comes too late. */
final class ContractDrained implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(i) Finance asks another contract to close; it drains before it is locked.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(scene.cast().other());
        ProductLine line = scene.sales().products(contract).get(0);
        scene.machine().killWorker();
        Ad last = scene.staff().place("The last one", contract, line, 2);
        PageForm openAtTheScreen = scene.staff().newAd("One more", contract, line, 1);
        Screen asked = scene.financeApp().askToClose(contract, "The campaign is over");
        narrator.expect("asking to close", 200, asked.status());
        narrator.expect("finance sees it close", true, asked.says("Closing, 1 unsent"));

        Screen refusal = scene.staff().sends(openAtTheScreen);
        narrator.expect("a new ad on it", "contract_closing", refusal.code());
        narrator.says("Staff read: " + refusal.refusal());

        scene.machine().startWorker();
        Expect.reported(scene.staff(), last);
        narrator.expect(
                "the contract",
                "safe_to_fulfil",
                scene.financeApp().closing(contract).path("state").asText());
        scene.finance().fulfil(contract);
    }
}
