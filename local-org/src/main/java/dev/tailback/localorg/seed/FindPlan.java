package dev.tailback.localorg.seed;

import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.wire.ReadJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the plan of a directory: plan.json, or else the one JSON file that is a plan, whatever its name. */
final class FindPlan {

    private FindPlan() {}

    static Path at(Path location) {
        Path usual = location.resolve("plan.json");
        if (!Files.isDirectory(location) || Files.exists(usual)) {
            return Files.isDirectory(location) ? usual : location;
        }
        List<Path> plans = plans(location);
        if (plans.size() != 1) {
            throw new IllegalArgumentException("The seed directory " + location + " must hold one plan, and there are "
                    + (plans.isEmpty() ? "none" : "several; name one of " + plans) + ".");
        }
        return plans.get(0);
    }

    private static List<Path> plans(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(FindPlan::isPlan)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("The seed directory " + folder + " cannot be read.", e);
        }
    }

    private static boolean isPlan(Path file) {
        try {
            return ReadJson.value(Files.readAllBytes(file)) instanceof List<?> steps
                    && !steps.isEmpty()
                    && steps.stream()
                            .allMatch(step -> step instanceof Map<?, ?> map
                                    && map.get("sobject") != null
                                    && map.get("files") != null);
        } catch (IOException | RequestRefused e) {
            return false;
        }
    }
}
