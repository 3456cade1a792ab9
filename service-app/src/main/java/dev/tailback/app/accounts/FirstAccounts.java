package dev.tailback.app.accounts;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the accounts in order when the program starts: the demo's five exist exactly while the demo is on, and the first
 * admin is made from {@code TAILBACK_ADMIN_PASSWORD} where there is no account called admin.
 */
@Singleton
class FirstAccounts implements ApplicationEventListener<StartupEvent> {

    static final String DEMO_PASSWORD = "tailback";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final List<Role> ROLES = List.of(Role.values());

    private final AccountRepository accounts;
    private final AccountSettings settings;
    private final Clock clock;

    FirstAccounts(AccountRepository accounts, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (settings.demo()) {
            ROLES.forEach(role -> add(role, PasswordHash.of(DEMO_PASSWORD, PasswordHash.QUICK), true));
            LOG.warn(
                    "The demo accounts service, finance, operator, admin and viewer are open with a published password, because"
                            + " TAILBACK_DEMO is true");
        } else {
            removeDemo();
            settings.firstPassword().ifPresent(this::addAdmin);
            warnWhenEmpty();
        }
    }

    private void removeDemo() {
        int removed = accounts.deleteDemo();
        if (removed > 0) {
            LOG.info("Removed {} demo accounts, because TAILBACK_DEMO is not true", removed);
        }
    }

    private void addAdmin(String password) {
        if (accounts.find(Role.ADMIN.word()).isEmpty()) {
            add(Role.ADMIN, PasswordHash.of(password, PasswordHash.SLOW), false);
            LOG.info("Made the first account, admin, with the password in TAILBACK_ADMIN_PASSWORD");
        }
    }

    private void add(Role role, PasswordHash password, boolean demo) {
        accounts.addIfNew(new Account(
                role.word(),
                password.hash(),
                password.salt(),
                password.iterations(),
                role.word(),
                demo,
                clock.instant()));
    }

    private void warnWhenEmpty() {
        if (accounts.count() == 0) {
            LOG.warn(
                    "Nobody can log in: there is no account. Set TAILBACK_ADMIN_PASSWORD and start again to make the first");
        }
    }
}
