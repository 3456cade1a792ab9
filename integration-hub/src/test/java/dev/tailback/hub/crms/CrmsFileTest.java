package dev.tailback.hub.crms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrmsFileTest {

    private static final String GOOD = """
            form: 1
            crms:
              marketing: {kind: hubspot, token: "${KEY}", objects: {companies: {entity: company, fields: {name: name}}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_crm_is_read_with_its_mapping_and_shows_no_secret() throws DeclarationInvalid {
        DeclaredCrm crm = read(GOOD).get(0);

        assertEquals("marketing", crm.name());
        assertEquals("hubspot", crm.access().kind());
        assertEquals(Map.of("name", "name"), crm.objects().get(0).fields());
        assertFalse(crm.toString().contains("a-secret"), crm::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "${KEY}" | a-secret | must name a value of the environment
                    "${KEY}" | "${OTHER}" | the environment has no OTHER
                    hubspot | siebel | 'kind' must be salesforce, hubspot, table or declared
                    entity: company | entity: planet | there is no entity 'planet'; possible are company, person
                    {name: name} | {nom: name} | 'nom' is no attribute of company
                    {name: name} | {name: name, city: name} | 'name' stands for name and city; one of them must go
                    marketing | Marketing! | a CRM's name has small letters
                    form: 1 | form: 2 | 'form' must be 1
                    kind: hubspot | kind: hubspot, password: x | 'password' has no meaning here
                    """)
    void a_mistake_is_one_sentence(String right, String wrong, String sentence) {
        DeclarationInvalid invalid = assertThrows(DeclarationInvalid.class, () -> read(GOOD.replace(right, wrong)));

        assertTrue(invalid.getMessage().contains(sentence), invalid::getMessage);
        assertFalse(invalid.getMessage().contains("a-secret"), invalid::getMessage);
    }

    @Test
    void a_file_that_is_missing_or_no_file_is_one_sentence() {
        CrmsFile file = new CrmsFile(Entities.shipped(), Map.of());

        for (Path none : List.of(folder.resolve("none.yaml"), folder)) {
            DeclarationInvalid invalid = assertThrows(DeclarationInvalid.class, () -> file.read(none));
            assertTrue(invalid.getMessage().contains("TAILBACK_HUB_CRMS"), invalid::getMessage);
        }
    }

    private List<DeclaredCrm> read(String yaml) throws DeclarationInvalid {
        return new CrmsFile(Entities.shipped(), Map.of("KEY", "a-secret")).read(yaml, folder);
    }
}
