package dev.tailback.app.accounts;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the accounts in order when the program starts: the demo's five are open exactly while the demo is on, and the
 * first admin is made from {@code TAILBACK_ADMIN_PASSWORD} where no account called admin can sign in.
 */
@Singleton
class FirstAccounts implements ApplicationEventListener<StartupEvent> {

    static final String DEMO_PASSWORD = "tailback";

    private static final String PROGRAM = "tailback";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final List<Role> ROLES = List.of(Role.values());

    private final AccountRepository accounts;
    private final AccountHistory history;
    private final AccountSettings settings;
    private final Clock clock;

    FirstAccounts(AccountRepository accounts, AccountHistory history, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void onApplicationEvent(StartupEvent event) {
        if (settings.demo()) {
            String published =
                    Argon2idHash.of(DEMO_PASSWORD, Argon2idHash.QUICK).kept();
            ROLES.forEach(role -> openDemo(role, published));
            LOG.warn("The demo accounts service, finance, operator, admin and viewer are open with a published"
                    + " password, because TAILBACK_DEMO is true");
        } else {
            closeDemo();
            settings.firstPassword().ifPresent(this::firstAdmin);
            warnWhenEmpty();
        }
    }

    private void openDemo(Role role, String published) {
        if (add(role, published, true)) {
            history.record(PROGRAM, AccountAction.CREATED, role.word(), role.word(), "TAILBACK_DEMO is true");
        } else if (accounts.openDemo(role.word(), published, clock.instant()) > 0) {
            history.record(PROGRAM, AccountAction.ENABLED, role.word(), null, "TAILBACK_DEMO is true");
        }
    }

    private void closeDemo() {
        List<String> closed = accounts.closeDemo(clock.instant());
        closed.forEach(
                name -> history.record(PROGRAM, AccountAction.DISABLED, name, null, "TAILBACK_DEMO is not true"));
        if (!closed.isEmpty()) {
            LOG.info("Disabled {} demo accounts, because TAILBACK_DEMO is not true", closed.size());
        }
    }

    /** Also where the demo had an account of that name: it becomes a person's own. */
    private void firstAdmin(String password) {
        String name = Role.ADMIN.word();
        boolean demos = accounts.find(name).filter(Account::demo).isPresent();
        if (!demos && accounts.find(name).isPresent()) {
            return;
        }
        String kept = PasswordHash.of(password).kept();
        if (demos) {
            accounts.setPassword(name, kept, false, clock.instant());
            accounts.enable(name);
        } else {
            add(Role.ADMIN, kept, false);
        }
        history.record(PROGRAM, AccountAction.CREATED, name, name, "TAILBACK_ADMIN_PASSWORD");
        LOG.info("Made the first account, admin, with the password in TAILBACK_ADMIN_PASSWORD; the next version does"
                + " not read it any more: use --create-admin");
    }

    private boolean add(Role role, String kept, boolean demo) {
        return accounts.addIfNew(role.word(), kept, false, role.word(), demo, clock.instant(), PROGRAM) > 0;
    }

    private void warnWhenEmpty() {
        if (accounts.countEnabled() == 0) {
            LOG.warn("Nobody can log in: there is no account that may. './tailback service-app --create-admin NAME'"
                    + " makes the first");
        }
    }
}
