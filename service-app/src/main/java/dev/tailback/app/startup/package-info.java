/** What is looked at before the program is built, and the sentences people get when it cannot be. */
package dev.tailback.app.startup;
