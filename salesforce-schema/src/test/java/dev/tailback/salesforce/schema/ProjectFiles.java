package dev.tailback.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The two JSON files that the Salesforce CLI reads: their keys are ones it knows, their values make sense to it. */
final class ProjectFiles {

    private static final Set<String> PROJECT_KEYS =
            Set.of("packageDirectories", "name", "namespace", "sfdcLoginUrl", "sourceApiVersion");
    private static final Set<String> SCRATCH_KEYS =
            Set.of("orgName", "edition", "description", "hasSampleData", "features", "settings", "country", "language");
    private static final Set<String> EDITIONS = Set.of(
            "Developer",
            "Enterprise",
            "Group",
            "Professional",
            "Partner Developer",
            "Partner Enterprise",
            "Partner Group",
            "Partner Professional");

    private ProjectFiles() {}

    static List<String> faults(Path project) {
        List<String> faults = new ArrayList<>();
        JsonNode sfdx = read(project.resolve("sfdx-project.json"), faults);
        JsonNode scratch = read(project.resolve("config/project-scratch-def.json"), faults);
        unknownKeys("sfdx-project.json", sfdx, PROJECT_KEYS, faults);
        unknownKeys("project-scratch-def.json", scratch, SCRATCH_KEYS, faults);
        if (!EDITIONS.contains(scratch.path("edition").asText())) {
            faults.add("project-scratch-def.json: unknown edition " + scratch.path("edition"));
        }
        if (!sfdx.path("sourceApiVersion").asText().equals("62.0")) {
            faults.add("sfdx-project.json: sourceApiVersion is not that of the classes that check the shape, 62.0");
        }
        for (JsonNode directory : sfdx.path("packageDirectories")) {
            if (!Files.isDirectory(project.resolve(directory.path("path").asText("?")))) {
                faults.add("sfdx-project.json: no such directory " + directory.path("path"));
            }
        }
        return faults;
    }

    private static void unknownKeys(String file, JsonNode object, Set<String> known, List<String> faults) {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                faults.add(file + ": unknown key " + key);
            }
        });
    }

    private static JsonNode read(Path file, List<String> faults) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException broken) {
            faults.add(file.getFileName() + ": " + broken.getMessage());
            return mapper.createObjectNode();
        }
    }
}
