package dev.tailback.localcrms.hubspot;

import dev.tailback.localcrms.hubspot.access.Access;
import dev.tailback.localcrms.hubspot.access.Scopes;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.account.AccountClock;
import dev.tailback.localcrms.hubspot.account.Fixtures;
import dev.tailback.localcrms.hubspot.api.ApiParts;
import dev.tailback.localcrms.hubspot.api.HubSpotApi;
import dev.tailback.localcrms.hubspot.control.Control;
import dev.tailback.localcrms.hubspot.faults.Faults;
import dev.tailback.localcrms.hubspot.limits.Allowances;
import dev.tailback.localcrms.hubspot.page.Pages;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.net.URI;

/** A running local HubSpot. Tests start one with {@link #start} and close it. */
public final class LocalHubSpot implements AutoCloseable {
    private final LocalHubSpotOptions options;
    private final Account account;
    private final Port port;

    private LocalHubSpot(LocalHubSpotOptions options, Account account, Port port) {
        this.options = options;
        this.account = account;
        this.port = port;
    }

    /** An empty account with the limits of a real one. */
    public static LocalHubSpot start() {
        return start(LocalHubSpotOptions.standard());
    }

    /**
     * Reads the data file, or the fixtures into an empty account, and listens.
     *
     * @throws IllegalArgumentException in one sentence, when a file is broken or the port is taken
     */
    public static LocalHubSpot start(LocalHubSpotOptions options) {
        AccountClock clock = new AccountClock(options.clock());
        Switches switches = new Switches(options.behaviour().switches());
        Account account = Account.open(
                clock,
                options.content().data(),
                options.behaviour().searchDelay().toMillis());
        try {
            options.content().fixtures().ifPresent(file -> Fixtures.read(file).into(account, switches));
            ApiParts parts = new ApiParts(
                    account,
                    new Access(options.credentials(), new Scopes(), clock),
                    new Allowances(options.behaviour().allowances(), clock, switches),
                    new Faults(clock),
                    switches);
            Front front = new Front(
                    HubSpotApi.of(parts),
                    Control.of(parts),
                    new Pages(account, switches),
                    parts.faults(),
                    new Skew(clock, account));
            return new LocalHubSpot(options, account, Port.open(options.listen(), front));
        } catch (RuntimeException failed) {
            account.close();
            throw failed;
        }
    }

    public int port() {
        return port.number();
    }

    /** The address that stands for {@code https://api.hubapi.com}. */
    public URI uri() {
        return URI.create("http://" + options.listen().host() + ":" + port());
    }

    /** The service key that callers send as {@code Authorization: Bearer}. */
    public String serviceKey() {
        return options.credentials().serviceKey();
    }

    /** Stops listening; calls that are being answered are broken off. Records in a data file stay. */
    @Override
    public void close() {
        port.close();
        account.close();
    }
}
