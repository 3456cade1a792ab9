package dev.tailback.verification.story;

import static dev.tailback.verification.story.Customers.MAGIC_ADS;
import static dev.tailback.verification.story.Customers.SMALL;

/** (a) The whole line once. */
final class OneSmallAd implements Chapter {
    @Override
    public String title() {
        return "(a) Sales sold " + MAGIC_ADS + " 5 gigantic and 3 small units. Staff create one small ad.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(MAGIC_ADS);
        ProductLine small = scene.sales().product(contract, SMALL);
        narrator.expect("small units sold", 3, small.sold());
        narrator.expect("small units consumed so far", 0, small.consumed());

        Ad ad = scene.staff().place("Spring window, one small", contract, small, 1);
        narrator.says("Saved at once as " + ad.only().state() + "; the worker reports it to Salesforce.");
        Ad reported = Expect.reported(scene.staff(), ad);

        narrator.expect("state of the entry", "Reported", reported.only().state());
        narrator.expect(
                "small consumed", 1, scene.sales().product(contract, SMALL).consumed());
        narrator.expect(
                "small available", 2, scene.sales().product(contract, SMALL).available());
    }
}
