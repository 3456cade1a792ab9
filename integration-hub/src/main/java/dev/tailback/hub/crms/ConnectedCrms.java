package dev.tailback.hub.crms;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Described;
import dev.tailback.hub.allowance.AllowedConnectors;
import dev.tailback.hub.allowance.Priority;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.drift.WatchedConnections;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.mappings.MappingsInForce;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The CRMs of the file, each with the mapping that is in force and without the fields that are stopped. Whoever calls one
 * asks for its allowance first.
 */
@Singleton
@Requires(beans = DeclaredCrms.class)
public class ConnectedCrms implements Connections {

    private final DeclaredCrms crms;
    private final MappingsInForce mappings;
    private final AllowedConnectors allowed;
    private final WatchedConnections watched;
    private final Connectors connectors = new Connectors(Clock.systemUTC());

    ConnectedCrms(DeclaredCrms crms, MappingsInForce mappings, AllowedConnectors allowed, WatchedConnections watched) {
        this.crms = crms;
        this.mappings = mappings;
        this.allowed = allowed;
        this.watched = watched;
    }

    @Override
    public List<Connection> all() {
        Map<String, CrmMapping> inForce = mappings.all();
        return crms.all().stream()
                .map(crm -> mapped(crm, objects(inForce, crm), Priority.LIVE))
                .map(watched::of)
                .toList();
    }

    @Override
    public Optional<Connection> of(String crm) {
        return of(crm, Priority.LIVE);
    }

    /** For who calls with another priority than that of live changes. */
    public Optional<Connection> of(String crm, Priority priority) {
        return asMapped(crm, priority).map(watched::of);
    }

    /** With everything that is mapped, whether it is stopped or not. */
    public Optional<Connection> asMapped(String crm, Priority priority) {
        return crms.of(crm).map(declared -> mapped(declared, mappings.objects(crm), priority));
    }

    /** What the CRM has of the objects of a mapping that is not in force; empty when there is no such CRM. */
    public Optional<Answer<Described>> schema(CrmMapping mapping) {
        List<String> names =
                mapping.objects().stream().map(MappedObject::object).toList();
        return asked(mapping.crm(), names, Connector::schema);
    }

    /**
     * For a person who looks at objects that need not be mapped; empty when there is no such CRM.
     *
     * @throws IllegalArgumentException when no object of such a CRM can have one of the names
     */
    public <T> Optional<T> asked(String crm, List<String> objects, Function<Connector, T> question) {
        return crms.of(crm).map(declared -> {
            Connector fresh = declared.access().connector(objects, Clock.systemUTC());
            try (Connector asked = allowed.of(declared.name(), fresh, Priority.PERSON)) {
                return question.apply(asked);
            }
        });
    }

    /** What a CRM of its kind calls the objects that hold customers. */
    public List<String> usualObjects(String crm) {
        return crms.of(crm).map(declared -> declared.access().usualObjects()).orElse(List.of());
    }

    /** Whether its schema says what our user may write. */
    public boolean tellsRights(String crm) {
        return crms.of(crm).filter(declared -> declared.access().tellsRights()).isPresent();
    }

    public boolean isConnected(String crm) {
        return crms.of(crm).isPresent();
    }

    public Optional<String> kind(String crm) {
        return crms.of(crm).map(declared -> declared.access().kind());
    }

    private static List<MappedObject> objects(Map<String, CrmMapping> inForce, DeclaredCrm crm) {
        return Optional.ofNullable(inForce.get(crm.name()))
                .map(CrmMapping::objects)
                .orElse(List.of());
    }

    private Connection mapped(DeclaredCrm crm, List<MappedObject> objects, Priority priority) {
        return new Connection(crm.name(), allowed.of(crm.name(), connectors.of(crm, objects), priority), objects);
    }

    @PreDestroy
    void close() {
        connectors.close();
    }
}
