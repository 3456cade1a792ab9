package dev.tailback.verification.story;

import dev.tailback.verification.pages.PageForm;
import dev.tailback.verification.pages.Screen;

/** (b) Over-booking is refused with the numbers; what is left can be booked. */
final class MoreThanIsLeft implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(b) A colleague books 3 of " + cast.small() + " by mistake; only 2 are left.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(scene.cast().customer());
        ProductLine small = scene.sales().product(contract, scene.cast().small());

        PageForm form = scene.staff().newAd("Three small by mistake", contract, small, 3);
        Screen refusal = scene.staff().sends(form);
        narrator.expect("answer", 409, refusal.status());
        narrator.expect("code", "not_enough_units", refusal.code());
        narrator.expect(
                "3 asked for, 2 left, says the page",
                true,
                refusal.says("3 " + scene.cast().small() + " were asked for, and 2 can be booked"));
        narrator.says("Staff read: " + refusal.refusal());

        Ad one = scene.staff().place("Second small", contract, small, 1);
        Ad other = scene.staff().place("Third small", contract, small, 1);
        Expect.reported(scene.staff(), one);
        Expect.reported(scene.staff(), other);
        narrator.expect(
                scene.cast().small() + " consumed",
                3,
                scene.sales().product(contract, scene.cast().small()).consumed());
        narrator.expect(
                scene.cast().small() + " available",
                0,
                scene.sales().product(contract, scene.cast().small()).available());
    }
}
