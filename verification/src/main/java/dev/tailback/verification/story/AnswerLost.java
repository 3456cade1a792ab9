package dev.tailback.verification.story;

/** (e) It is unknown whether a send arrived; repeating it changes nothing. */
final class AnswerLost implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(e) The answer to a send is lost after Salesforce committed.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(scene.cast().customer());
        ProductLine gigantic = scene.sales().product(contract, scene.cast().gigantic());
        scene.org().loseNextAnswer();
        Ad ad = scene.staff().place("The answer is lost", contract, gigantic, 1);
        String entry = ad.only().id();
        Expect.that(
                "Salesforce has committed",
                () -> !scene.sales().usageOfEntry(contract, entry).isEmpty());
        narrator.says("Salesforce holds it; the worker cannot know, and repeats the send.");

        Ad reported = Expect.reported(scene.staff(), ad);
        narrator.expect("state of the entry", "Reported", reported.only().state());
        narrator.expect(
                "records of this entry in Salesforce",
                1,
                scene.sales().usageOfEntry(contract, entry).size());
        narrator.expect(
                "its version",
                1,
                scene.sales().usageOfEntry(contract, entry).get(0).version());
        narrator.expect(
                scene.cast().gigantic() + " consumed",
                3,
                scene.sales().product(contract, scene.cast().gigantic()).consumed());
    }
}
