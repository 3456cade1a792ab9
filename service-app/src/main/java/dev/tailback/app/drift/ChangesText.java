package dev.tailback.app.drift;

import dev.tailback.mapping.drift.Change;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Changes as PostgreSQL keeps them: JSON, in the form of the API. */
@Singleton
class ChangesText {

    /** More are of no help to anybody; what matters most comes first. */
    private static final int MOST = 100;

    private static final Argument<List<ChangeView>> LIST = Argument.listOf(ChangeView.class);

    private final ObjectMapper json;

    ChangesText(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Change> changes) {
        try {
            return json.writeValueAsString(
                    changes.stream().limit(MOST).map(ChangeView::of).toList());
        } catch (IOException ours) {
            throw new UncheckedIOException("changes of the org cannot be written as JSON", ours);
        }
    }

    List<ChangeView> read(String text) {
        try {
            return json.readValue(text, LIST);
        } catch (IOException otherwise) {
            throw new UncheckedIOException("changes of the org in PostgreSQL cannot be read", otherwise);
        }
    }
}
