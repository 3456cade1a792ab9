package dev.tailback.localcrms.hubspot.switches;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How the open questions are answered now. */
public final class Switches {
    private final Map<Switch, String> beginning = new ConcurrentHashMap<>();
    private final Map<Switch, String> answers = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException in one sentence */
    public Switches(Map<String, String> atStart) {
        for (Switch one : Switch.values()) {
            beginning.put(one, one.answers().get(0));
        }
        beginning.putAll(checked(atStart));
        reset();
    }

    public String of(Switch one) {
        return answers.getOrDefault(one, "");
    }

    public boolean is(Switch one, String answer) {
        return of(one).equals(answer);
    }

    /** @throws IllegalArgumentException in one sentence, and then nothing changes */
    public void change(Map<String, String> wanted) {
        answers.putAll(checked(wanted));
    }

    /** As at the start. */
    public void reset() {
        answers.putAll(beginning);
    }

    private static Map<Switch, String> checked(Map<String, String> wanted) {
        return wanted.entrySet().stream().collect(Collectors.toMap(entry -> known(entry.getKey()), entry -> {
            Switch one = known(entry.getKey());
            if (!one.answers().contains(entry.getValue())) {
                throw new IllegalArgumentException("The switch " + one.word() + " can be "
                        + String.join(", ", one.answers()) + ", not " + entry.getValue() + ".");
            }
            return entry.getValue();
        }));
    }

    private static Switch known(String word) {
        return Switch.of(word)
                .orElseThrow(() -> new IllegalArgumentException("There is no switch " + word + "; the switches are "
                        + Arrays.stream(Switch.values()).map(Switch::word).collect(Collectors.joining(", ")) + "."));
    }
}
