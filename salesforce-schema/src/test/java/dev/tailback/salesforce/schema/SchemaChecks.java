package dev.tailback.salesforce.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every check that needs no org, on one project. */
public final class SchemaChecks {

    private SchemaChecks() {}

    public static List<String> faults(Path project) {
        SchemaTree tree = SchemaTree.read(project);
        Model model = new Model(tree);
        List<String> faults = new ArrayList<>(tree.faults());
        tree.files().forEach(file -> Shape.fault(file).ifPresent(fault -> faults.addAll(Model.fault(file, fault))));
        faults.addAll(FileNames.faults(model));
        faults.addAll(FieldReferences.faults(model));
        faults.addAll(PermissionSets.faults(model));
        faults.addAll(PeoplesViews.faults(model));
        faults.addAll(Reporting.faults(model));
        faults.addAll(RuleTexts.faults(model));
        faults.addAll(ProjectFiles.faults(project));
        faults.addAll(FormulaFaults.faults(project));
        return faults;
    }
}
