package dev.tailback.app.ownaccount;

import dev.tailback.app.layout.Visitor;
import dev.tailback.app.sessions.Session;
import java.util.List;

/**
 * The page of one's own account.
 *
 * @param mustChoose whether nothing else may be done before a password of one's own is chosen
 * @param sessions that live, tokens too
 * @param current the id of the session at hand
 * @param notice what was done and what was refused
 */
public record OwnAccountScreen(
        Visitor visitor, boolean mustChoose, List<Session> sessions, String current, Notice notice) {

    /**
     * What happened just now; empty texts where nothing did.
     *
     * @param token an API token, shown only now
     */
    public record Notice(String done, String error, String token) {

        static final Notice NONE = new Notice("", "", "");

        static Notice done(String sentence) {
            return new Notice(sentence, "", "");
        }

        static Notice error(String sentence) {
            return new Notice("", sentence, "");
        }

        static Notice token(String token) {
            return new Notice("", "", token);
        }
    }
}
