package dev.tailback.app.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.accounts.AccountAction;
import dev.tailback.app.accounts.AccountEvent;
import dev.tailback.web.input.Paging;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One page of what was done to an account, the newest first. */
@Serdeable
public record AccountEventList(List<AccountEventView> events, int page, boolean more) {

    static AccountEventList of(List<AccountEvent> read, int page) {
        return new AccountEventList(
                Paging.shown(read).stream().map(AccountEventView::of).toList(), page, Paging.more(read));
    }

    /**
     * What was done.
     *
     * @param detail such as the roles before and after
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AccountEventView(
            long id, Instant at, String who, AccountAction what, Optional<String> detail, Optional<String> reason) {

        static AccountEventView of(AccountEvent event) {
            return new AccountEventView(
                    event.id(),
                    event.at(),
                    event.who(),
                    event.what(),
                    Optional.ofNullable(event.detail()),
                    Optional.ofNullable(event.reason()));
        }
    }
}
