package dev.tailback.app.mapping;

import dev.tailback.web.input.Paging;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;

/** One page of versions, the newest first; version 0 ends the last one. */
@Serdeable
public record MappingVersionPage(List<MappingVersionView> versions, int page, boolean more) {

    static MappingVersionPage of(List<MappingRows.Listed> read, int page) {
        List<MappingVersionView> shown = new ArrayList<>(
                Paging.shown(read).stream().map(MappingVersionView::of).toList());
        if (!Paging.more(read)) {
            shown.add(MappingVersionView.SHIPPED);
        }
        return new MappingVersionPage(List.copyOf(shown), page, Paging.more(read));
    }
}
