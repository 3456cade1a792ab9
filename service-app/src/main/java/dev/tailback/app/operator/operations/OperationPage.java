package dev.tailback.app.operator.operations;

import dev.tailback.web.input.Paging;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One page of what operators did, the newest first.
 *
 * @param acts the old name of {@code operations}; goes with the next version
 */
@Serdeable
public record OperationPage(
        List<OperationView> operations,
        @Schema(deprecated = true) List<OperationView> acts,
        int page,
        boolean more) {

    static OperationPage of(List<Operation> read, int page) {
        List<OperationView> shown =
                Paging.shown(read).stream().map(OperationView::of).toList();
        return new OperationPage(shown, shown, page, Paging.more(read));
    }
}
