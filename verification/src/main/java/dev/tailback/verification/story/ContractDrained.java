package dev.tailback.verification.story;

import static dev.tailback.verification.story.Customers.NORTHLIGHT;

import dev.tailback.verification.fleet.Http;

/** (i) A contract is asked to close before it is fulfilled, so that nothing of it comes too late. */
final class ContractDrained implements Chapter {
    @Override
    public String title() {
        return "(i) Finance asks another contract to close; it drains before it is locked.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(NORTHLIGHT);
        ProductLine line = scene.sales().products(contract).get(0);
        scene.machine().killWorker();
        Ad last = scene.staff().place("The last one", contract, line, 2);
        Http.Answer asked = scene.financeApp().askToClose(contract, "The campaign is over");
        narrator.expect("asking to close", 201, asked.status());
        narrator.expect("unsent", 1, asked.body().path("unsent").asInt());

        Http.Answer refusal = scene.staff().tryToPlace("One more", contract, line, 1);
        narrator.expect("a new ad on it", "contract_closing", refusal.code());
        narrator.says("Staff read: " + refusal.detail());

        scene.machine().startWorker();
        Expect.reported(scene.staff(), last);
        narrator.expect(
                "the contract",
                "safe_to_fulfil",
                scene.financeApp().closing(contract).path("state").asText());
        scene.finance().fulfil(contract);
    }
}
