package dev.tailback.app.startup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of the service app: {@code --port N} (1 to 65535, 0 for any free one; default 8080) and
 * {@code --host ADDRESS} (default 127.0.0.1; 0.0.0.0 opens it to the network).
 */
public final class Arguments {

    private final Map<String, Object> properties = new HashMap<>();
    private final List<String> sentences = new ArrayList<>();

    private Arguments() {}

    /** @throws CannotStart when an argument is unknown or its value is not usable */
    public static Arguments parse(String... arguments) {
        Arguments parsed = new Arguments();
        for (int i = 0; i < arguments.length; i += 2) {
            parsed.read(arguments[i], i + 1 < arguments.length ? arguments[i + 1] : "");
        }
        if (!parsed.sentences.isEmpty()) {
            throw CannotStart.misconfigured(parsed.sentences);
        }
        return parsed;
    }

    /** What the arguments mean to the framework. */
    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }

    private void read(String name, String value) {
        switch (name) {
            case "--port" -> readPort(value);
            case "--host" -> readHost(value);
            default ->
                sentences.add(
                        "The service app does not know the argument " + name
                                + "; it takes --port N and --host ADDRESS, or --migrate alone, everything else comes from the environment.");
        }
    }

    private void readPort(String value) {
        if (!Ports.isPort(value)) {
            sentences.add("--port needs a number from 0 to 65535, not '" + value + "'.");
            return;
        }
        // The framework's word for "any free port" is -1.
        properties.put("micronaut.server.port", value.equals("0") ? "-1" : value);
    }

    private void readHost(String value) {
        if (value.isBlank()) {
            sentences.add("--host needs an address, such as 127.0.0.1 or 0.0.0.0.");
            return;
        }
        properties.put("micronaut.server.host", value);
    }
}
