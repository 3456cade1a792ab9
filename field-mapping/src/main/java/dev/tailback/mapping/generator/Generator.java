package dev.tailback.mapping.generator;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what an org lacks around its own lines: the usage object, its rules, the roll-ups, rights and views. A name in
 * the mapping that the org does not have is a name to make; what the org has is kept as it is and never written again.
 */
public final class Generator {

    private static final String PROJECT = """
            {
              "packageDirectories": [
                { "path": "force-app", "default": true }
              ],
              "name": "tailback-usage",
              "namespace": "",
              "sfdcLoginUrl": "https://login.salesforce.com",
              "sourceApiVersion": "62.0"
            }
            """;

    private Generator() {}

    /**
     * @param mapping names what the org has and what it shall have
     * @param schema all objects that the mapping names or passes; the usage object is missing where it is to be made
     * @throws GeneratorRefused with every reason, if nothing that works can be made
     */
    public static Generated generate(Mapping mapping, OrgSchema schema, Choice choice) throws GeneratorRefused {
        Plan plan = new Planning(mapping, schema, choice).plan();
        List<SourceFile> files = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (FieldFile field : fields(plan)) {
            if (plan.field(field.object(), field.name()).isPresent()) {
                kept.add("The field " + field.path() + " is there already.");
            } else {
                files.add(field.file());
            }
        }
        if (plan.isUsageNew()) {
            files.add(UsageObject.of(plan));
            files.addAll(UsageViews.of(plan));
        } else {
            kept.add("The object " + plan.usage()
                    + " is there already, so its settings, layout, list views and tab stay.");
        }
        Stream.of(UsageRules.of(plan), ParentRules.of(plan))
                .flatMap(List::stream)
                .map(RuleFile::file)
                .forEach(files::add);
        files.addAll(PermissionSets.of(plan));
        files.addAll(Reopening.of(plan));
        return whole(plan, files, kept);
    }

    private static List<FieldFile> fields(Plan plan) {
        return Stream.of(UsageFields.of(plan).stream(), UsageAmount.of(plan).stream(), LineCounts.of(plan).stream())
                .flatMap(fields -> fields)
                .toList();
    }

    private static Generated whole(Plan plan, List<SourceFile> source, List<String> kept) {
        List<String> costs = Costs.of(plan);
        List<SourceFile> files = new ArrayList<>(source);
        files.add(new SourceFile("sfdx-project.json", PROJECT));
        files.add(new SourceFile("mapping.yaml", MappingYaml.text(plan.mapping())));
        files.add(new SourceFile("README.md", Readme.of(plan, source, kept, costs)));
        return new Generated(files, plan.mapping(), kept, costs);
    }
}
