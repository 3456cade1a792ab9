package dev.tailback.salesforce.schema;

import dev.tailback.localorg.formula.Evaluation;
import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.formula.RecordSource;
import dev.tailback.localorg.formula.RecordView;
import dev.tailback.localorg.formula.Rule;
import dev.tailback.localorg.formula.Viewer;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SchemaLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Evaluates the validation rules of one object on rows given by field name. */
final class RuleBench {

    private final Schema schema;
    private final Formulas formulas;
    private final Map<String, RecordView> rows = new HashMap<>();

    RuleBench(Path source) {
        schema = new SchemaLoader(source).load();
        formulas = new Formulas(schema);
    }

    /** A row that others refer to by id. */
    RuleBench with(String object, String id, Map<String, Object> values) {
        rows.put(id, view(object, values));
        return this;
    }

    /** The codes of all rules that refuse the save; without a row before, it is an insert. */
    Set<String> refusals(String object, Map<String, Object> before, Map<String, Object> now, String... permissions) {
        Optional<RecordView> prior = Optional.ofNullable(before).map(row -> view(object, row));
        Viewer viewer = new Viewer(
                "005000000000001AAA", "00e000000000001AAA", "Standard User", "00D000000000001AAA", Set.of(permissions));
        Evaluation on = new Evaluation(view(object, now), prior, new Known(rows), viewer, Instant.EPOCH);
        Set<String> codes = new TreeSet<>();
        for (Rule rule : formulas.rules(schema.known(object))) {
            if (rule.condition().holds(on)) {
                codes.add(rule.definition().message().replaceFirst("\\[(\\w+)].*", "$1"));
            }
        }
        return codes;
    }

    private RecordView view(String object, Map<String, Object> values) {
        ObjectType type = schema.known(object);
        Map<Integer, Object> byIndex = new HashMap<>();
        values.forEach((name, value) -> byIndex.put(index(type, name), value));
        return byIndex::get;
    }

    private static int index(ObjectType type, String name) {
        return type.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name))
                .index();
    }

    /** Rows by their ids; no rule of ours asks for details. */
    private record Known(Map<String, RecordView> rows) implements RecordSource {

        @Override
        public Optional<RecordView> find(String id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        public List<RecordView> children(Field reference, String id) {
            return List.of();
        }
    }
}
