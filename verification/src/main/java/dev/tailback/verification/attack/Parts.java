package dev.tailback.verification.attack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an attack consists of, by name. */
final class Parts {
    static final List<String> NAMES = List.of("matrix", "fuzz", "passwords", "slow", "salesforce", "redis", "postgres");

    private Parts() {}

    /** One part. */
    interface Part {
        void strike();
    }

    static Map<String, Part> of(Scene scene) {
        Map<String, Part> parts = new TreeMap<>();
        parts.put("matrix", new Matrix(scene));
        parts.put("fuzz", new Fuzz(scene));
        parts.put("passwords", new WrongPasswords(scene));
        parts.put("slow", new SlowClients(scene));
        parts.put("salesforce", new LyingSalesforce(scene));
        parts.put("redis", new HostileRedis(scene));
        parts.put("postgres", new SilentPostgres(scene));
        return parts;
    }
}
