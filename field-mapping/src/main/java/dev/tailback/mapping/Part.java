package dev.tailback.mapping;

/** The three objects of an org that Tailback works with. */
public enum Part {
    CONTRACT("contract", "the contract that sales sells"),
    CONTRACT_PRODUCT("contractProduct", "one sold line of a contract"),
    USAGE("usage", "the usage that Tailback writes");

    private final String key;
    private final String meaning;

    Part(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** As it stands in a mapping file. */
    public String key() {
        return key;
    }

    public String meaning() {
        return meaning;
    }
}
