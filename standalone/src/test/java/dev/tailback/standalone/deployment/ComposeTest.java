package dev.tailback.standalone.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compose file has no default that hurts. */
class ComposeTest {

    private static final Path FILE = Path.of("..", "docker-compose.yml");

    private static final String SOUND = """
            services:
              part:
                image: postgres:17.11
                user: postgres
                read_only: true
                cap_drop: [ALL]
                security_opt: ["no-new-privileges:true"]
                mem_limit: 1g
                pids_limit: 256
                restart: unless-stopped
                environment:
                  DATABASE_PASSWORD: ${DATABASE_PASSWORD:?set it}
                ports: ["127.0.0.1:8080:8080"]
            """;

    @Test
    void nothing_in_it_hurts() throws IOException {
        assertEquals(List.of(), ComposeFile.read(FILE).faults());
    }

    @Test
    void a_sound_part_has_no_faults() {
        assertEquals(List.of(), ComposeFile.parse(SOUND).faults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres:17.11 | postgres:17 | the version of postgres:17 floats",
                "postgres:17.11 | postgres:latest | the version of postgres:latest floats",
                "postgres:17.11 | postgres | the version of postgres floats",
                "user: postgres | user: root | runs as root",
                "user: postgres | user: \"0:0\" | runs as root",
                "user: postgres | init: true | runs as root",
                "read_only: true | read_only: false | may write its file system",
                "cap_drop: [ALL] | cap_drop: [NET_RAW] | has capabilities",
                "no-new-privileges:true | seccomp:unconfined | may get more privileges",
                "mem_limit: 1g | init: true | has no mem_limit",
                "pids_limit: 256 | init: true | has no pids_limit",
                "restart: unless-stopped | init: true | has no restart",
                "${DATABASE_PASSWORD:?set it} | ${DATABASE_PASSWORD:-tailback} | DATABASE_PASSWORD has the default tailback",
                "${DATABASE_PASSWORD:?set it} | tailback | DATABASE_PASSWORD stands in the file",
                "127.0.0.1:8080:8080 | 8080:8080 | port 8080:8080 is open to the network",
                "127.0.0.1:8080:8080 | 0.0.0.0:8080:8080 | port 0.0.0.0:8080:8080 is open to the network",
            })
    void a_default_that_hurts_is_found(String sound, String harmful, String fault) {
        assertTrue(SOUND.contains(sound));
        assertEquals(
                List.of("part: " + fault),
                ComposeFile.parse(SOUND.replace(sound, harmful)).faults());
    }

    @Test
    void the_demo_is_off_unless_somebody_asks_for_it() throws IOException {
        assertEquals(
                "${TAILBACK_DEMO:-false}",
                ComposeFile.read(FILE).environment("service-app").get("TAILBACK_DEMO"));
    }

    @Test
    void the_service_app_is_neither_superuser_nor_owner() throws IOException {
        ComposeFile compose = ComposeFile.read(FILE);
        assertEquals("tailback_app", compose.environment("service-app").get("DATASOURCES_DEFAULT_USERNAME"));
        assertEquals("tailback_owner", compose.environment("migrate").get("DATASOURCES_DEFAULT_USERNAME"));
        assertEquals("postgres", compose.environment("postgres").get("POSTGRES_USER"));
    }

    @Test
    void the_hub_is_no_superuser_and_starts_only_where_it_is_asked_for() throws IOException {
        ComposeFile compose = ComposeFile.read(FILE);
        assertEquals("tailback_hub", compose.environment("hub").get("DATASOURCES_DEFAULT_USERNAME"));
        assertEquals("postgres", compose.environment("hub-postgres").get("POSTGRES_USER"));
        for (String service : List.of("hub", "hub-postgres")) {
            assertEquals(List.of("hub"), compose.services().get(service).get("profiles"), service);
        }
    }

    @Test
    void every_password_of_the_file_is_written_by_the_launcher() throws IOException {
        String launcher = Files.readString(Path.of("..", "tailback"));
        Matcher named = Pattern.compile("\\$\\{(TAILBACK_HUB_[A-Z]+_PASSWORD)").matcher(Files.readString(FILE));
        Set<String> missing = new TreeSet<>();
        while (named.find()) {
            if (!launcher.contains("\n" + named.group(1) + "=")) {
                missing.add(named.group(1));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void redis_gives_its_user_the_rights_of_the_handbook() throws IOException {
        assertEquals(
                rights(Path.of("..", "docs", "queue.md"), "(?s)ACL SETUSER tailback on >\\S+(.*?)\n```"),
                rights(Path.of("..", "deploy", "redis", "start"), "(?s)\nuser tailback on >\\S+(.*?)\nACL"));
    }

    @Test
    void the_env_file_of_the_launcher_names_every_value_that_is_demanded() throws IOException {
        String launcher = Files.readString(Path.of("..", "tailback"));
        Set<String> missing = new TreeSet<>();
        Matcher demanded = Pattern.compile("\\$\\{([A-Z_]+):\\?").matcher(Files.readString(FILE));
        while (demanded.find()) {
            if (!launcher.contains("\n" + demanded.group(1) + "=")) {
                missing.add(demanded.group(1));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void what_starts_after_the_tables_waits_for_them() throws IOException {
        Object dependsOn = ComposeFile.read(FILE).services().get("service-app").get("depends_on");
        assertEquals(Map.of("condition", "service_completed_successfully"), ((Map<?, ?>) dependsOn).get("migrate"));
    }

    private static Set<String> rights(Path file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertTrue(found.find(), file + " tells no rights");
        return new TreeSet<>(List.of(found.group(1).replace("\\\n", " ").trim().split("\\s+")));
    }
}
