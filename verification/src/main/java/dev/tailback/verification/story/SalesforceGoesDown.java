package dev.tailback.verification.story;

import dev.tailback.verification.pages.Screen;
import java.util.ArrayList;
import java.util.List;

/** (d) In an outage both sides continue to work; the exchange waits, and the pages show why. */
final class SalesforceGoesDown implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(d) Salesforce goes down. Staff go on working.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String magic = scene.sales().contractOf(scene.cast().customer());
        String northlight = scene.sales().contractOf(scene.cast().other());
        ProductLine gigantic = scene.sales().product(magic, scene.cast().gigantic());
        ProductLine medium = scene.sales().product(northlight, scene.cast().medium());
        scene.org().goDown();

        Ad waiting = scene.staff().place("While Salesforce is down", magic, gigantic, 1);
        List<Ad> others = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            others.add(scene.staff().place("Second customer " + number, northlight, medium, number));
        }
        narrator.expect("state of the new entry", "Waiting", waiting.only().state());
        Screen panel = scene.staff().contract(magic);
        narrator.expect("the contract page says so", true, panel.says("Salesforce cannot be read now"));
        narrator.says("Staff read: " + panel.refusal());
        Expect.that(
                "the worker says why the exchange waits",
                () -> !pauseReason(scene).isEmpty());
        narrator.says("Operators read: " + pauseReason(scene));
        narrator.expect(
                "the second customer's ads wait too",
                "Waiting",
                scene.staff().show(others.get(2).id()).only().state());

        scene.org().heal();
        narrator.says("Salesforce returns.");
        Expect.reported(scene.staff(), waiting);
        others.forEach(ad -> Expect.reported(scene.staff(), ad));
        narrator.expect("reported in the order they were created", entryIds(others), heldIds(scene, northlight));
        narrator.expect(
                scene.cast().gigantic() + " consumed",
                2,
                scene.sales().product(magic, scene.cast().gigantic()).consumed());
        narrator.expect(
                scene.cast().medium() + " consumed",
                6,
                scene.sales().product(northlight, scene.cast().medium()).consumed());
    }

    private static String pauseReason(Scene scene) {
        return scene.staff().sync().path("pausedBecause").path(0).asText("");
    }

    private static List<String> entryIds(List<Ad> ads) {
        return ads.stream().map(ad -> ad.only().id()).toList();
    }

    /** Each id once, or the lists differ: nothing arrived twice. */
    private static List<String> heldIds(Scene scene, String contract) {
        return scene.sales().usage(contract).stream().map(UsageRow::entryId).toList();
    }
}
