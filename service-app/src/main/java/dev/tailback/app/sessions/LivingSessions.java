package dev.tailback.app.sessions;

import dev.tailback.app.accounts.Role;
import dev.tailback.app.postgres.NotNow;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whose a session is and which roles that account has now. PostgreSQL's answer counts for two seconds. While it
 * cannot be asked, the last answer goes on counting for a quarter of an hour: what changes anything needs PostgreSQL
 * anyway, and monitoring must not go blind.
 */
@Singleton
class LivingSessions {

    private static final Duration COUNTS_FOR = Duration.ofSeconds(2);
    private static final Duration COUNTS_WITHOUT_POSTGRES = Duration.ofMinutes(15);

    /** Sessions whose last answer is remembered; the one not used for longest is forgotten first. */
    private static final int MOST = 10_000;

    private record Answer(String username, Optional<Holder> holder, Instant at) {}

    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final SessionRows rows;
    private final Clock clock;

    LivingSessions(SessionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The roles of a session's account; empty when the session has ended or its account is gone. */
    Optional<List<String>> rolesOf(SignedToken token) {
        String idHash = Session.hash(token.id());
        Answer last = last(idHash);
        Instant now = clock.instant();
        if (last == null || !now.isBefore(last.at().plus(COUNTS_FOR))) {
            last = ask(idHash, token.username(), last, now);
        }
        return last.holder().map(holder -> Role.allOf(List.of(holder.roles().split(","))));
    }

    /** A session that was opened here is known here, also when PostgreSQL falls silent before its first use. */
    void opened(String idHash, String username) {
        ask(idHash, username, null, clock.instant());
    }

    void forget(String idHash) {
        synchronized (answers) {
            answers.remove(idHash);
        }
    }

    void forgetAll(String username) {
        synchronized (answers) {
            answers.values().removeIf(answer -> answer.username().equals(username));
        }
    }

    private Answer ask(String idHash, String username, Answer last, Instant now) {
        try {
            Answer answer = new Answer(username, rows.holder(idHash, username, now), now);
            remember(idHash, answer);
            return answer;
        } catch (RuntimeException failure) {
            boolean tooOld = last == null || !now.isBefore(last.at().plus(COUNTS_WITHOUT_POSTGRES));
            if (tooOld || NotNow.in(failure).isEmpty()) {
                throw failure;
            }
            return last;
        }
    }

    private Answer last(String idHash) {
        synchronized (answers) {
            return answers.get(idHash);
        }
    }

    private void remember(String idHash, Answer answer) {
        synchronized (answers) {
            answers.put(idHash, answer);
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
    }
}
