/** What the HTTP API offers, for programs and people who write against it. */
package dev.tailback.app.description;
