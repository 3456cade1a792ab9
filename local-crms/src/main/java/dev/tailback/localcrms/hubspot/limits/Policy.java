package dev.tailback.localcrms.hubspot.limits;

/** A limit that HubSpot names in its 429. */
public enum Policy {
    TEN_SECONDLY_ROLLING("You have reached your ten_secondly_rolling limit."),
    DAILY("You have reached your daily limit."),
    /** Search only; HubSpot's own client knows it by this sentence. */
    SECONDLY("You have reached your secondly limit.");

    private final String sentence;

    Policy(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
