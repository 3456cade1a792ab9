package dev.tailback.verification.story;

/** (f) Redis is a copy that may vanish. */
final class RedisWiped implements Chapter {
    @Override
    public String title(Cast cast) {
        return "(f) Redis is killed and its data wiped while entries wait.";
    }

    @Override
    public void tell(Scene scene, Narrator narrator) {
        String magic = scene.sales().contractOf(scene.cast().customer());
        String northlight = scene.sales().contractOf(scene.cast().other());
        ProductLine gigantic = scene.sales().product(magic, scene.cast().gigantic());
        ProductLine medium = scene.sales().product(northlight, scene.cast().medium());
        scene.org().goDown();
        Ad first = scene.staff().place("Waits in Redis", magic, gigantic, 1);
        Ad second = scene.staff().place("Waits in Redis too", northlight, medium, 4);

        scene.machine().wipeRedis();
        narrator.says("Redis is back, empty; PostgreSQL fills it again.");
        scene.org().heal();
        Expect.reported(scene.staff(), first);
        Expect.reported(scene.staff(), second);
        narrator.expect(
                scene.cast().gigantic() + " consumed",
                4,
                scene.sales().product(magic, scene.cast().gigantic()).consumed());
        narrator.expect(
                scene.cast().medium() + " consumed",
                10,
                scene.sales().product(northlight, scene.cast().medium()).consumed());
    }
}
