package dev.tailback.app.signin;

import dev.tailback.app.accounts.AccountAction;
import dev.tailback.app.accounts.AccountHistory;
import dev.tailback.app.sessions.Session;
import dev.tailback.app.sessions.Sessions;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lists and ends the sessions and tokens of an account, for their owner and for admins; each end is recorded. */
@Singleton
public class EndSessions {

    private final Sessions sessions;
    private final AccountHistory history;

    EndSessions(Sessions sessions, AccountHistory history) {
        this.sessions = sessions;
        this.history = history;
    }

    /** Those of an account that live, the newest first. */
    public List<Session> of(String username) {
        return sessions.of(username);
    }

    /** @param who its owner, or an admin with a reason @return false when there is none that lives */
    @Transactional
    public boolean one(String who, String username, String id, @Nullable String reason) {
        boolean ended = sessions.end(username, id);
        if (ended) {
            history.record(who, AccountAction.SESSIONS_ENDED, username, "1", reason);
        }
        return ended;
    }

    /** @param kept the id of one that lives on; empty for none @return how many lived */
    @Transactional
    public int all(String who, String username, String kept, @Nullable String reason) {
        int ended = sessions.endAllBut(username, kept);
        if (ended > 0) {
            history.record(who, AccountAction.SESSIONS_ENDED, username, String.valueOf(ended), reason);
        }
        return ended;
    }
}
