package dev.tailback.hub.survivorship;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes rules as the file that {@link RulesFile} reads. */
record RulesText(Rules rules) {

    String yaml() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("form", 1);
        file.put("name", rules.name());
        file.put("version", rules.version());
        file.put("sources", rules.sources());
        Map<String, Object> entities = new LinkedHashMap<>();
        rules.entities().forEach((name, entity) -> entities.put(name, entity(entity)));
        file.put("entities", entities);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(file);
    }

    private static Map<String, Object> entity(EntityRules rules) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        rules.attributes().forEach((name, line) -> attributes.put(name, line(line)));
        return Map.of("default", line(rules.standard()), "attributes", attributes);
    }

    private static Map<String, Object> line(RuleLine line) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("rule", RuleWord.of(line.rule()));
        if (RuleLineFile.CAN_END_EMPTY.contains(RuleWord.of(line.rule()))) {
            written.put("emptiedWins", line.emptiedWins());
        }
        written.putAll(line.rule().fold(new RuleParts()));
        return written;
    }

    /** What belongs to a rule beside its word. */
    private static final class RuleParts implements Rule.Cases<Map<String, Object>> {

        @Override
        public Map<String, Object> latestChange() {
            return Map.of();
        }

        @Override
        public Map<String, Object> sourcePriority(List<String> crms) {
            return crms.isEmpty() ? Map.of() : Map.of("sources", crms);
        }

        @Override
        public Map<String, Object> mostComplete() {
            return Map.of();
        }

        @Override
        public Map<String, Object> longest() {
            return Map.of();
        }

        @Override
        public Map<String, Object> firstSet() {
            return Map.of();
        }

        @Override
        public Map<String, Object> union() {
            return Map.of();
        }

        @Override
        public Map<String, Object> neverOverwrite() {
            return Map.of();
        }

        @Override
        public Map<String, Object> askSteward() {
            return Map.of();
        }

        @Override
        public Map<String, Object> expression(String text) {
            return Map.of("value", text);
        }
    }
}
