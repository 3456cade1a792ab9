package dev.tailback.app.signin;

/**
 * What the login page shows.
 *
 * @param next where to go after login, a path of ours
 * @param why a sentence on why one has to sign in, or empty
 * @param error a sentence, or empty
 * @param kept a form that waits for the sign-in
 */
public record LoginForm(String name, String next, String why, String error, KeptForm kept) {}
