package dev.tailback.hub.dossier;

import java.util.List;
import java.util.UUID;

/** One list of an export, under its name. */
record ExportPart(String name, Pages pages) {

    /** Rows as JSON. */
    interface Pages {
        List<String> of(UUID golden, int limit, long skip);
    }

    static List<ExportPart> all(ExportRows rows) {
        return List.of(
                new ExportPart("goldenRecords", rows::goldenRecords),
                new ExportPart("agreedValues", rows::agreedValues),
                new ExportPart("records", rows::records),
                new ExportPart("heldValues", rows::heldValues),
                new ExportPart("facts", rows::facts),
                new ExportPart("observations", rows::observations),
                new ExportPart("decisions", rows::decisions),
                new ExportPart("intents", rows::intents),
                new ExportPart("outcomes", rows::outcomes),
                new ExportPart("creations", rows::creations),
                new ExportPart("standings", rows::standings),
                new ExportPart("wordsOfStewards", rows::wordsOfStewards),
                new ExportPart("acts", rows::acts));
    }
}
