package dev.tailback.app.sessions;

import dev.tailback.app.accounts.AccountSettings;
import dev.tailback.web.postgres.NotNow;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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

    /** A session in use is written again when its end would move by this. */
    private static final Duration SMALLEST_STEP = Duration.ofSeconds(30);

    /** Sessions whose last answer is remembered; the one not used for longest is forgotten first. */
    private static final int MOST = 10_000;

    private record Answer(String username, Optional<Holder> holder, Instant at) {}

    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final SessionRows rows;
    private final AccountSettings settings;
    private final Clock clock;

    LivingSessions(SessionRows rows, AccountSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whose it is; empty when the session has ended, or its account is disabled.
     *
     * @param used whether a person or program does something, so that the session of a browser lives on
     */
    Optional<Holder> holderOf(SignedToken token, boolean used) {
        String idHash = Session.hash(token.id());
        Answer last = last(idHash);
        Instant now = clock.instant();
        if (last == null || !now.isBefore(last.at().plus(COUNTS_FOR))) {
            last = ask(idHash, token.username(), last, now);
        }
        Optional<Holder> holder = last.holder().filter(known -> now.isBefore(known.expiresAt()));
        return used ? holder.map(known -> livingOn(known, idHash, token, now)) : holder;
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

    private Holder livingOn(Holder holder, String idHash, SignedToken token, Instant now) {
        Instant wanted = now.plus(settings.sessionLife());
        Instant end = wanted.isBefore(token.expiresAt()) ? wanted : token.expiresAt();
        if (!holder.slides() || end.isBefore(holder.expiresAt().plus(SMALLEST_STEP))) {
            return holder;
        }
        try {
            rows.liveOn(idHash, end, now);
        } catch (RuntimeException failure) {
            if (NotNow.in(failure).isEmpty()) {
                throw failure;
            }
            return holder;
        }
        remember(idHash, new Answer(holder.username(), Optional.of(holder.until(end)), now));
        return holder.until(end);
    }

    private Answer ask(String idHash, String username, @Nullable Answer last, Instant now) {
        try {
            Answer answer = new Answer(username, rows.holder(idHash, username, now), now);
            remember(idHash, answer);
            return answer;
        } catch (RuntimeException failure) {
            if (last != null
                    && now.isBefore(last.at().plus(COUNTS_WITHOUT_POSTGRES))
                    && NotNow.in(failure).isPresent()) {
                return last;
            }
            throw failure;
        }
    }

    private @Nullable Answer last(String idHash) {
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
