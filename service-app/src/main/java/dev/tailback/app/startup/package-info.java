/** The checks before the program is built, and the sentences for a person when it cannot start. */
package dev.tailback.app.startup;
