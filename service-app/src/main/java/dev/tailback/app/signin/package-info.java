/** Signing in and out: the check of a password, and the limits that slow down guessing. */
package dev.tailback.app.signin;
