package dev.tailback.hub.scores;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.MappedObject;
import java.util.List;
import java.util.stream.Stream;

/** The field of one CRM's object that stands for an attribute now. */
record MappedLine(String crm, String object, String entity, String attribute, String field) {

    static List<MappedLine> all(Connections connections) {
        return connections.all().stream().flatMap(MappedLine::of).toList();
    }

    static Stream<MappedLine> of(Connection connection) {
        return connection.objects().stream().flatMap(mapped -> of(connection.crm(), mapped));
    }

    private static Stream<MappedLine> of(String crm, MappedObject mapped) {
        return mapped.fields().entrySet().stream()
                .map(line -> new MappedLine(crm, mapped.object(), mapped.entity(), line.getKey(), line.getValue()));
    }

    boolean isOf(String whichCrm, String whichObject, String whichEntity) {
        return crm.equals(whichCrm) && object.equals(whichObject) && entity.equals(whichEntity);
    }

    void write(ObjectNode row) {
        row.put("crm", crm)
                .put("object", object)
                .put("entity", entity)
                .put("attribute", attribute)
                .put("field", field);
    }
}
