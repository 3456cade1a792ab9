package dev.tailback.app.signin;

/**
 * What the login page shows.
 *
 * @param next where to go after login, a path of ours
 * @param error a sentence, or empty
 */
public record LoginForm(String name, String next, String error) {}
