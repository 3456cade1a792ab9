/** Sessions of browsers and bearer tokens of programs: how they are signed, checked and ended. */
package dev.tailback.app.sessions;
