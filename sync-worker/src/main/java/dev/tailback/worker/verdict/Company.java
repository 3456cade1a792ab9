package dev.tailback.worker.verdict;

/** How small the company has to be in which a record was refused before the refusal is taken for its own. */
public enum Company {
    /** It names the record itself: others in the call change nothing. */
    ANY,
    /** Records of other contracts must not have been refused alike in the same call. */
    ITS_CONTRACT,
    /** No other record must have been refused alike in the same call. */
    NOBODY_ALIKE,
    /** The record must have been the only one in the call. */
    NOBODY
}
