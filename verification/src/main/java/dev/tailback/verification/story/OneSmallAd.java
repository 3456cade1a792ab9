package dev.tailback.verification.story;

/** (a) The whole line once. */
final class OneSmallAd implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(a) Sales sold " + cast.customer() + " 5 units of " + cast.gigantic() + " and 3 of " + cast.small()
                + ". Staff create an ad with one of " + cast.small() + ".";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(scene.cast().customer());
        ProductLine small = scene.sales().product(contract, scene.cast().small());
        narrator.expect(scene.cast().small() + " units sold", 3, small.sold());
        narrator.expect(scene.cast().small() + " units consumed so far", 0, small.consumed());

        Ad ad = scene.staff().place("Spring window, one small", contract, small, 1);
        narrator.says("Saved at once as " + ad.only().state() + "; the worker reports it to Salesforce.");
        Ad reported = Expect.reported(scene.staff(), ad);

        narrator.expect("state of the entry", "Reported", reported.only().state());
        narrator.expect(
                scene.cast().small() + " consumed",
                1,
                scene.sales().product(contract, scene.cast().small()).consumed());
        narrator.expect(
                scene.cast().small() + " available",
                2,
                scene.sales().product(contract, scene.cast().small()).available());
    }
}
