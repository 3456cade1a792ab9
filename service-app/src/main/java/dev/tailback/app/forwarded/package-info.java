/** What a call looked like to the visitor when a proxy stands in front: its address, its host, and whether it was HTTPS. */
package dev.tailback.app.forwarded;
