package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields worth a column where nobody chose: the name, what names the row's place, and what the project added. */
final class Columns {
    private static final int MOST = 10;

    private Columns() {}

    /**
     * @param without the reference that is clear from where the table stands
     */
    static List<Column> of(ObjectType type, Optional<Field> without) {
        List<Field> columns = new ArrayList<>();
        type.nameField().ifPresent(columns::add);
        type.fields().stream()
                .filter(field -> without.filter(field::equals).isEmpty() && !field.isName() && isTelling(field))
                .limit(MOST)
                .forEach(columns::add);
        return Column.of(columns);
    }

    private static boolean isTelling(Field field) {
        boolean needed = field.constraints().required()
                && field.index() > SystemFields.SYSTEM_MODSTAMP
                && !field.name().equals("OwnerId");
        return field.isCustom() || needed && field.type() != FieldType.BOOLEAN;
    }
}
