package dev.tailback.testservices;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.EmbeddedRedisCluster;
import dev.tailback.localservices.EmbeddedRedisSentinels;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real PostgreSQL and Redis for tests: containers where a Docker engine answers, else the embedded binaries. Each is
 * started at the first use in this JVM, shared by its test classes, and ended with it; one line on standard output says
 * which it is.
 *
 * <pre>
 *   String redisUri = TestServices.emptyRedis();
 *   TestDatabase database = TestServices.emptyDatabase();
 *   EmbeddedRedis mine = TestServices.ownRedis(); // to kill, freeze and wipe
 * </pre>
 */
public final class TestServices {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private TestServices() {}

    /** The address of the shared Redis, which holds nothing now: one test class uses it at a time. */
    public static String emptyRedis() {
        Redis.SHARED.empty();
        return Redis.SHARED.uri();
    }

    /** A fresh database in the shared PostgreSQL. */
    public static TestDatabase emptyDatabase() {
        return Postgres.SHARED.create("test_" + NAMES.incrementAndGet());
    }

    /**
     * A fresh database that begins with everything another one holds.
     *
     * @param model one of {@link #emptyDatabase}, to which nothing is connected any more
     */
    public static TestDatabase copyOf(TestDatabase model) {
        return Postgres.SHARED.copy(model, "test_" + NAMES.incrementAndGet());
    }

    /** An embedded Redis of the caller's own, for tests that kill it. Close it, or leave it to the end of this JVM. */
    public static EmbeddedRedis ownRedis() {
        String name = "redis-" + NAMES.incrementAndGet();
        return EmbeddedRedis.start(Workspace.OPEN.processes(), name, Workspace.OPEN.directory(name), 0);
    }

    /**
     * An embedded PostgreSQL of the caller's own, for tests that kill or hinder it. Close it, or leave it to the end of
     * this JVM.
     */
    public static EmbeddedPostgres ownPostgres() {
        String name = "postgres-" + NAMES.incrementAndGet();
        return EmbeddedPostgres.start(Workspace.OPEN.processes(), name, Workspace.OPEN.directory(name), 0);
    }

    /** An embedded Redis Cluster of the caller's own: three masters, three replicas. Close it. */
    public static EmbeddedRedisCluster ownRedisCluster() {
        String name = "cluster-" + NAMES.incrementAndGet();
        return EmbeddedRedisCluster.start(Workspace.OPEN.processes(), name, Workspace.OPEN.directory(name));
    }

    /** An embedded Redis with two replicas and three Sentinels of the caller's own. Close it. */
    public static EmbeddedRedisSentinels ownRedisSentinels() {
        String name = "sentinels-" + NAMES.incrementAndGet();
        return EmbeddedRedisSentinels.start(Workspace.OPEN.processes(), name, Workspace.OPEN.directory(name));
    }

    private static void say(String service, String origin) {
        System.out.println("Test services: " + service + " " + origin);
    }

    // One instance per JVM is this fixture's purpose; the class loader starts each once, and only if asked for.
    private static final class Docker {
        static final boolean ANSWERS = DockerEngine.answers();
    }

    private static final class Workspace {
        static final TestWorkspace OPEN = open();

        private static TestWorkspace open() {
            TestWorkspace workspace = TestWorkspace.open();
            Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "end-test-services"));
            return workspace;
        }
    }

    private static final class Redis {
        static final SharedRedis SHARED =
                Docker.ANSWERS ? SharedRedis.contained() : SharedRedis.embedded(Workspace.OPEN);

        static {
            say("Redis 7.0.15", SHARED.origin());
        }
    }

    private static final class Postgres {
        static final SharedPostgres SHARED =
                Docker.ANSWERS ? SharedPostgres.contained() : SharedPostgres.embedded(Workspace.OPEN);

        static {
            say("PostgreSQL 17", SHARED.origin());
        }
    }
}
