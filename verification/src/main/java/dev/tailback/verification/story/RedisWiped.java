package dev.tailback.verification.story;

import static dev.tailback.verification.story.Customers.GIGANTIC;
import static dev.tailback.verification.story.Customers.MAGIC_ADS;
import static dev.tailback.verification.story.Customers.MEDIUM;
import static dev.tailback.verification.story.Customers.NORTHLIGHT;

/** (f) Redis is a copy that may vanish. */
final class RedisWiped implements Chapter {
    @Override
    public String title() {
        return "(f) Redis is killed and its data wiped while entries wait.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String magic = scene.sales().contractOf(MAGIC_ADS);
        String northlight = scene.sales().contractOf(NORTHLIGHT);
        ProductLine gigantic = scene.sales().product(magic, GIGANTIC);
        ProductLine medium = scene.sales().product(northlight, MEDIUM);
        scene.org().goDown();
        Ad first = scene.staff().place("Waits in Redis", magic, gigantic, 1);
        Ad second = scene.staff().place("Waits in Redis too", northlight, medium, 4);

        scene.machine().wipeRedis();
        narrator.says("Redis is back, empty; PostgreSQL fills it again.");
        scene.org().heal();
        Expect.reported(scene.staff(), first);
        Expect.reported(scene.staff(), second);
        narrator.expect(
                "gigantic consumed", 4, scene.sales().product(magic, GIGANTIC).consumed());
        narrator.expect(
                "medium consumed", 10, scene.sales().product(northlight, MEDIUM).consumed());
    }
}
