/** Logging in and out: the password of a person or a program, and what slows down guessing. */
package dev.tailback.app.signin;
