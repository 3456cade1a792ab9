package dev.tailback.verification.benchmarks.people;

/** What a person clicks, and how often among a hundred clicks. */
enum Act {
    LIST("the list of ads", 20),
    SEARCH("a search for an ad", 15),
    CONTRACT("a contract, live", 20),
    AD("an ad, live", 25),
    BOOK("booking an ad", 12),
    CORRECT("correcting an ad", 8);

    private final String shown;
    private final int share;

    Act(String shown, int share) {
        this.shown = shown;
        this.share = share;
    }

    String shown() {
        return shown;
    }

    /** @param number from 0 to 99 */
    static Act of(int number) {
        int below = 0;
        for (Act act : values()) {
            below += act.share;
            if (number < below) {
                return act;
            }
        }
        throw new IllegalArgumentException("No act is number " + number + " of a hundred");
    }
}
