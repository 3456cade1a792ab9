package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.creations.Absence;
import dev.tailback.hub.dossier.ReadGolden;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.remapping.KeepMapping;
import dev.tailback.hub.remapping.PreviewMapping;
import dev.tailback.hub.remapping.SwitchMapping;
import dev.tailback.hub.remapping.WouldCreate;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.InForce;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin wants that customers are created in marketing, and then does not. */
class CreationSwitchTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "domain", "Website");
    private static final MappedObject PLAIN = new MappedObject("company", "Company", FIELDS);
    private static final Author ADMIN = new Author("ada", "");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private SimulatedHub hub;

    @BeforeEach
    void start() {
        hub = SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS);
        for (String crm : List.of("sales", "marketing")) {
            hub.bean(KeepMapping.class).begin(new CrmMapping(crm, List.of(PLAIN)), ADMIN);
        }
        sales.edit("S1", Map.of("Name", "Meyer GmbH", "Website", "meyer.de"));
        sales.edit("S2", Map.of("Name", "Schulze Brot", "Website", "schulze-brot.de"));
        sales.edit("S3", Map.of("Name", "", "Website", "namenlos.de"));
        marketing.edit("M2", Map.of("Name", "Schulze Brot", "Website", "schulze-brot.de"));
        hub.settle();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void as_many_are_created_as_the_preview_says_and_they_stay_when_it_is_put_back() throws DeclarationInvalid {
        assertEquals(Absence.Why.NOT_WANTED, absence("S1").why());
        long first = inForce();
        long wanted = hub.bean(Versions.class)
                .keep(
                        Subject.mapping("marketing"),
                        new CrmMapping("marketing", List.of(PLAIN.creating(new Creates("HubKey", Set.of("name")))))
                                .yaml(),
                        ADMIN);

        List<WouldCreate> preview = hub.bean(PreviewMapping.class).creations("marketing", wanted);
        assertTrue(hub.bean(SwitchMapping.class)
                .on("marketing", wanted, first, ADMIN)
                .isDone());
        hub.settle();

        assertEquals(1, preview.size());
        assertEquals(1, preview.get(0).records());
        assertEquals(2, marketing.ids().size());
        assertEquals(new Absence("marketing", "Company", Absence.Why.NEEDS, "name"), absence("S3"));

        assertTrue(hub.bean(SwitchMapping.class)
                .putBack("marketing", first, wanted, ADMIN)
                .isDone());
        sales.edit("S4", Map.of("Name", "Neu AG", "Website", "neu.de"));
        hub.settle();

        assertEquals(2, marketing.ids().size());
        assertEquals(Absence.Why.NOT_WANTED, absence("S4").why());
        assertEquals(0, hub.number("select count(*) from creation where state = 'OPEN'"));
    }

    private Absence absence(String id) {
        return hub.bean(Records.class)
                .find("sales", "company", id)
                .flatMap(record -> record.golden())
                .flatMap(hub.bean(ReadGolden.class)::of)
                .orElseThrow()
                .absent()
                .get(0);
    }

    private long inForce() {
        return hub.bean(Versions.class)
                .inForce(Subject.mapping("marketing"))
                .map(InForce::number)
                .orElseThrow();
    }
}
