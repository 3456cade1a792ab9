package dev.tailback.standalone.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules for Prometheus and the dashboard for Grafana name figures that exist, and every figure has its place. */
class MonitoringTest {
    private static final String RULES = Repository.page("deploy/monitoring/tailback-rules.yml");
    private static final List<String> DASHBOARDS = List.of(
            Repository.page("deploy/monitoring/tailback-dashboard.json"),
            Repository.page("deploy/monitoring/tailback-hub-dashboard.json"));
    private static final Set<String> REGISTERED = MetricNames.registeredIn(Repository.sources());

    @Test
    void rules_and_dashboard_name_only_figures_that_the_code_has() {
        assertEquals(List.of(), unknownIn(RULES));
        DASHBOARDS.forEach(dashboard -> assertEquals(List.of(), unknownIn(dashboard)));
    }

    @Test
    void every_figure_of_the_code_is_on_a_dashboard() {
        Agreement agreement =
                new Agreement("metric", named(String.join("\n", DASHBOARDS)), REGISTERED, MetricNames::mean);
        assertEquals(List.of(), agreement.untold());
    }

    @Test
    void a_figure_that_does_not_exist_is_found() {
        assertNotEquals(List.of(), unknownIn("expr: max(tailback_wating_entries) > 1"));
    }

    @Test
    void every_panel_has_a_title_and_asks_the_data_source_that_was_chosen() throws IOException {
        for (String dashboard : DASHBOARDS) {
            eachPanelIsWhole(new ObjectMapper().readTree(dashboard).path("panels"));
        }
    }

    private static void eachPanelIsWhole(JsonNode panels) {
        assertTrue(panels.size() > 5, panels::toString);
        for (JsonNode panel : panels) {
            assertTrue(!panel.path("title").asText().isEmpty(), panel::toString);
            assertEquals("${datasource}", panel.path("datasource").path("uid").asText(), panel::toString);
            assertTrue(panel.path("targets").size() > 0, panel::toString);
        }
    }

    @Test
    void prometheus_own_tool_accepts_the_rules_and_refuses_broken_ones(@TempDir Path directory) throws Exception {
        assumeTrue(promtool().isPresent(), "promtool is not installed (Debian: apt-get install prometheus)");
        assertEquals(0, check(Files.writeString(directory.resolve("rules.yml"), RULES)));
        String broken = RULES.replace("> 1800", "> 1800 )");
        assertEquals(1, check(Files.writeString(directory.resolve("broken.yml"), broken)));
    }

    private static int check(Path rules) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(promtool().orElseThrow(), "check", "rules", rules.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(tool.waitFor(1, TimeUnit.MINUTES), told);
        return tool.exitValue();
    }

    private static Optional<String> promtool() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "promtool"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static List<String> unknownIn(String text) {
        return new Agreement("metric", named(text), REGISTERED, MetricNames::mean).unknown();
    }

    private static Set<String> named(String text) {
        return Found.in(text, "\\b(tailback_[a-z_]+)");
    }
}
