package dev.tailback.app.finance.statements;

import jakarta.inject.Singleton;

/** Signs documents of other rooms as close statements are signed: same key, same form, proved in the same way. */
@Singleton
public class SignDocument {

    private final StatementKeys keys;

    SignDocument(StatementKeys keys) {
        this.keys = keys;
    }

    /**
     * The whole file.
     *
     * @param signedPart a JSON object without its end, whose last letters are a comma and a line's end
     */
    public byte[] signed(byte[] signedPart) {
        return StatementDocument.signed(signedPart, keys.current());
    }
}
