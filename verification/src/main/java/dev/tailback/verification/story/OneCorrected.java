package dev.tailback.verification.story;

/** (c) Usage moves to another product: one entry is cancelled, another replaces it. */
final class OneCorrected implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(c) One of those two is corrected to 1 gigantic.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(scene.cast().customer());
        ProductLine gigantic = scene.sales().product(contract, scene.cast().gigantic());
        Ad ad = scene.staff().adTitled(contract, "Third small");
        String cancelledEntry = ad.only().id();

        Ad corrected = scene.staff().correct(ad, gigantic, 1);
        Ad reported = Expect.reported(scene.staff(), corrected);

        Entry replacing = reported.entries().stream()
                .filter(entry -> !entry.cancelled())
                .findFirst()
                .orElseThrow(() -> new StoryFailed("The corrected ad has no entry that counts"));
        narrator.expect("the new entry replaces the cancelled one", cancelledEntry, replacing.replaces());
        narrator.expect(
                "Salesforce holds the old one cancelled",
                true,
                scene.sales().usageOfEntry(contract, cancelledEntry).get(0).cancelled());
        narrator.expect(
                "Salesforce holds the new one",
                1,
                scene.sales().usageOfEntry(contract, replacing.id()).size());
        narrator.expect(
                scene.cast().small() + " consumed",
                2,
                scene.sales().product(contract, scene.cast().small()).consumed());
        narrator.expect(
                scene.cast().gigantic() + " consumed",
                1,
                scene.sales().product(contract, scene.cast().gigantic()).consumed());
    }
}
