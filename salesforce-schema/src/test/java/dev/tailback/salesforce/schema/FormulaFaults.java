package dev.tailback.salesforce.schema;

import dev.tailback.localorg.formula.FormulaException;
import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.MetadataException;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SchemaLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Compiles every formula as the local org does: syntax, names, functions, types, picklist values. It stops at the first
 * fault.
 */
final class FormulaFaults {

    private FormulaFaults() {}

    static List<String> faults(Path project) {
        try {
            Schema schema = new SchemaLoader(project.resolve("force-app")).load();
            Formulas formulas = new Formulas(schema);
            boolean rules = schema.objects().stream()
                    .anyMatch(type -> !formulas.rules(type).isEmpty());
            return rules ? List.of() : List.of("no validation rule was compiled");
        } catch (MetadataException | FormulaException fault) {
            return List.of(fault.getMessage());
        }
    }
}
