package dev.tailback.hub.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/**
 * Hands out everything that is kept about one golden record, as one JSON document: what a person may ask for who is
 * meant by it. Read page by page, so its size is bounded by nothing but what is kept; memory is.
 */
@Singleton
public class ExportGolden {

    private static final int PAGE = 200;

    private final GoldenViewRows goldens;
    private final ExportRows rows;

    ExportGolden(GoldenViewRows goldens, ExportRows rows) {
        this.goldens = goldens;
        this.rows = rows;
    }

    /**
     * @param out stays open
     * @return whether there is such a golden record; nothing is written where there is none
     * @throws IOException when nobody takes it any more
     */
    public boolean write(UUID golden, OutputStream out) throws IOException {
        if (goldens.golden(golden).isEmpty()) {
            return false;
        }
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("golden", golden.toString());
            for (ExportPart part : ExportPart.all(rows)) {
                write(part, golden, json);
            }
            json.writeEndObject();
        }
        return true;
    }

    private static void write(ExportPart part, UUID golden, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(part.name());
        List<String> page = part.pages().of(golden, PAGE, 0);
        for (long read = 0; !page.isEmpty(); page = part.pages().of(golden, PAGE, read)) {
            for (String row : page) {
                json.writeRawValue(row);
            }
            read += page.size();
        }
        json.writeEndArray();
    }
}
