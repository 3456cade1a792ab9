package dev.tailback.localcrms.hubspot.account;

/** What never changes of a local account: the numbers of the account, the app and the person at the page. */
public final class AccountFacts {
    public static final long PORTAL_ID = 24_400_001;
    public static final int APP_ID = 3_100_001;
    public static final int USER_ID = 7_700_001;
    public static final String USER = "casey@local-crms.example";

    private AccountFacts() {}
}
