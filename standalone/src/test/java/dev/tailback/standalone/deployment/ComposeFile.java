package dev.tailback.standalone.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is wrong with a compose file: a sentence for each default in it that would hurt somebody. */
record ComposeFile(Map<String, Map<String, Object>> services) {

    // An exact version: two numbers or more, or our own.
    private static final Pattern PINNED = Pattern.compile(".+:\\d+\\.\\d+[A-Za-z0-9._-]*");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|_URI)");
    private static final Pattern VALUE_WITH_DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:?-([^}$]+)}");
    private static final Pattern LITERAL_PASSWORD = Pattern.compile("[a-z+-]+://[^:/@]*:[^$@][^@]*@.*");

    static ComposeFile read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    @SuppressWarnings("unchecked") // YAML knows no types; what is no map of services fails the test that reads it
    static ComposeFile parse(String text) {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new ComposeFile(new TreeMap<>((Map<String, Map<String, Object>>) root.get("services")));
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        services.forEach((name, service) -> {
            image(service).ifPresent(fault -> faults.add(name + ": " + fault));
            confinement(service).forEach(fault -> faults.add(name + ": " + fault));
            ports(service).forEach(fault -> faults.add(name + ": " + fault));
            environment(service)
                    .forEach((key, value) -> secret(key, value).ifPresent(fault -> faults.add(name + ": " + fault)));
        });
        return faults;
    }

    private static Optional<String> image(Map<String, Object> service) {
        String image = String.valueOf(service.get("image"));
        return PINNED.matcher(image).matches() ? Optional.empty() : Optional.of("the version of " + image + " floats");
    }

    private static List<String> confinement(Map<String, Object> service) {
        List<String> faults = new ArrayList<>();
        String user = String.valueOf(service.getOrDefault("user", "root"));
        if (user.startsWith("0") || user.startsWith("root")) {
            faults.add("runs as root");
        }
        if (!Boolean.TRUE.equals(service.get("read_only"))) {
            faults.add("may write its file system");
        }
        if (!List.of("ALL").equals(service.get("cap_drop")) || service.containsKey("cap_add")) {
            faults.add("has capabilities");
        }
        if (!List.of("no-new-privileges:true").equals(service.get("security_opt"))
                || service.containsKey("privileged")) {
            faults.add("may get more privileges");
        }
        for (String limit : List.of("mem_limit", "pids_limit", "restart")) {
            if (!service.containsKey(limit)) {
                faults.add("has no " + limit);
            }
        }
        return faults;
    }

    private static List<String> ports(Map<String, Object> service) {
        return ((List<?>) service.getOrDefault("ports", List.of()))
                .stream()
                        .map(String::valueOf)
                        .filter(port -> !port.startsWith("127.0.0.1:"))
                        .map(port -> "port " + port + " is open to the network")
                        .toList();
    }

    Map<?, ?> environment(String service) {
        return environment(services.get(service));
    }

    private static Map<?, ?> environment(Map<String, Object> service) {
        return (Map<?, ?>) service.getOrDefault("environment", Map.of());
    }

    private static Optional<String> secret(Object key, Object value) {
        String given = String.valueOf(value);
        if (!SECRET.matcher(String.valueOf(key)).matches()) {
            return Optional.empty();
        }
        Matcher withDefault = VALUE_WITH_DEFAULT.matcher(given);
        if (withDefault.find()) {
            return Optional.of(key + " has the default " + withDefault.group(1));
        }
        if (LITERAL_PASSWORD.matcher(given).matches() || !given.contains("${")) {
            return Optional.of(key + " stands in the file");
        }
        return Optional.empty();
    }
}
