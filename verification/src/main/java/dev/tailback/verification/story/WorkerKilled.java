package dev.tailback.verification.story;

import dev.tailback.verification.pages.PageForm;

/** (g) A worker dies with a batch in its hands; its lease runs out and the batch goes again. */
final class WorkerKilled implements Chapter {
    /** Less than the 5 s for which a read of Salesforce is waited for. */
    private static final int LONG_ENOUGH_TO_BE_KILLED_MS = 4_500;

    @Override
    public String title(Cast cast) {
        return "(g) The worker is killed while it holds a batch.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(scene.cast().customer());
        ProductLine small = scene.sales().product(contract, scene.cast().small());
        PageForm form = scene.staff().newAd("In the worker's hands", contract, small, 1);
        scene.org().answerSlowly(LONG_ENOUGH_TO_BE_KILLED_MS);
        scene.staff().sendsAndLeaves(form);
        Expect.that("the worker holds the batch", () -> inFlight(scene) > 0);
        scene.machine().killWorker();
        narrator.expect("records in the dead worker's hands", 1, inFlight(scene));

        scene.org().heal();
        scene.machine().startWorker();
        narrator.says("Another worker starts; it gets the batch when the dead one's lease has run out.");
        Ad ad = scene.staff().adTitled(contract, "In the worker's hands");
        Expect.reported(scene.staff(), ad);
        narrator.expect(
                "records of this entry in Salesforce",
                1,
                scene.sales().usageOfEntry(contract, ad.only().id()).size());
        narrator.expect(
                scene.cast().small() + " consumed",
                3,
                scene.sales().product(contract, scene.cast().small()).consumed());
    }

    private static int inFlight(Scene scene) {
        return scene.staff().sync().path("queue").path("recordsInFlight").asInt();
    }
}
