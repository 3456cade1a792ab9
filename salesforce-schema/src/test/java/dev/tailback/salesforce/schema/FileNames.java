package dev.tailback.salesforce.schema;

import java.util.List;
import java.util.Map;

/** Every file stands in its folder under its suffix, and is called inside what it is called outside. */
final class FileNames {

    /** Folder, then the suffix and root element of the files in it. */
    private static final Map<String, List<String>> KINDS = Map.ofEntries(
            Map.entry("fields", List.of("field", "CustomField")),
            Map.entry("validationRules", List.of("validationRule", "ValidationRule")),
            Map.entry("listViews", List.of("listView", "ListView")),
            Map.entry("compactLayouts", List.of("compactLayout", "CompactLayout")),
            Map.entry("layouts", List.of("layout", "Layout")),
            Map.entry("tabs", List.of("tab", "CustomTab")),
            Map.entry("permissionsets", List.of("permissionset", "PermissionSet")),
            Map.entry("customPermissions", List.of("customPermission", "CustomPermission")),
            Map.entry("customMetadata", List.of("md", "CustomMetadata")),
            Map.entry("reportTypes", List.of("reportType", "ReportType")),
            Map.entry("reports", List.of("reportFolder", "ReportFolder")),
            Map.entry("reports/Tailback", List.of("report", "Report")),
            Map.entry("dashboards", List.of("dashboardFolder", "DashboardFolder")),
            Map.entry("dashboards/Tailback", List.of("dashboard", "Dashboard")),
            Map.entry("externalClientApps", List.of("eca", "ExternalClientApplication")),
            Map.entry("extlClntAppOauthSettings", List.of("ecaOauth", "ExtlClntAppOauthSettings")));

    private FileNames() {}

    static List<String> faults(Model model) {
        return model.tree().files().stream()
                .flatMap(file -> fault(file).stream())
                .toList();
    }

    private static List<String> fault(SchemaFile file) {
        List<String> kind = kind(file);
        String expected = file.name() + "." + kind.get(0) + "-meta.xml";
        if (!file.path().getFileName().toString().equals(expected)) {
            return Model.fault(file, "is not what its folder holds: " + kind.get(0));
        }
        if (!file.type().equals(kind.get(1))) {
            return Model.fault(file, "holds a " + file.type() + " where a " + kind.get(1) + " belongs");
        }
        String inside = file.text("fullName").orElse(file.name());
        return inside.equals(file.name()) ? List.of() : Model.fault(file, "is called " + inside + " inside");
    }

    private static List<String> kind(SchemaFile file) {
        String folder = file.path().getParent().getFileName().toString();
        String above = file.path().getParent().getParent().getFileName().toString();
        if (above.equals("objects")) {
            return List.of("object", "CustomObject");
        }
        return KINDS.getOrDefault(above + "/" + folder, KINDS.getOrDefault(folder, List.of("nothing", "nothing")));
    }
}
