package dev.tailback.verification.story;

import static dev.tailback.verification.story.Customers.GIGANTIC;
import static dev.tailback.verification.story.Customers.MAGIC_ADS;

/** (e) It is unknown whether a send arrived; repeating it changes nothing. */
final class AnswerLost implements Chapter {
    @Override
    public String title() {
        return "(e) The answer to a send is lost after Salesforce committed.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String contract = scene.sales().contractOf(MAGIC_ADS);
        ProductLine gigantic = scene.sales().product(contract, GIGANTIC);
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
                "gigantic consumed",
                3,
                scene.sales().product(contract, GIGANTIC).consumed());
    }
}
