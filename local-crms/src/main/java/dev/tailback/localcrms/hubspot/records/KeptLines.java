package dev.tailback.localcrms.hubspot.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a change leaves for the data file, until it is written there. */
public final class KeptLines {
    private final List<ObjectNode> lines = new ArrayList<>();

    public void add(String kind, JsonNode what) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set(kind, what);
        lines.add(line);
    }

    public List<ObjectNode> take() {
        List<ObjectNode> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
