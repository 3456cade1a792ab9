package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.Declaration;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.declaration.Section;
import java.util.List;
import java.util.Set;

/** Reads a mapping, and says what is wrong with it. What a CRM really has is another question: {@link MappingCheck}. */
final class CrmMappingFile {

    private static final String FORM = "1";
    private static final int LONGEST_CRM = 60;
    private static final int MOST_OBJECTS = 100;

    private final Declaration file;
    private final Entities entities;

    CrmMappingFile(String yaml, Entities entities) throws DeclarationInvalid {
        this.file = Declaration.of(yaml);
        this.entities = entities;
    }

    CrmMapping read() throws DeclarationInvalid {
        Section root = file.root();
        root.only(Set.of("form", "crm", "objects"));
        if (!root.required("form").equals(FORM)) {
            root.wrong("'form: " + FORM + "' says how the file is written.");
        }
        String crm = root.required("crm");
        MappedObjectLines.bounded(root, "the name of a CRM", crm, LONGEST_CRM);
        List<MappedObject> objects = new MappedObjectLines(entities, MOST_OBJECTS).read(root.section("objects"));
        file.mustBeRight();
        return new CrmMapping(crm, objects);
    }
}
