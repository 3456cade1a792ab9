/** The start of the hub: its command line and environment, and what is built of them. Door: {@code StartHub}. */
package dev.tailback.hub.startup;
