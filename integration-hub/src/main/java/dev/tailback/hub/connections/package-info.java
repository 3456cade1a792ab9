/** The CRMs that are connected, and which of their fields stand for which attributes. Door: {@code Connections}. */
package dev.tailback.hub.connections;
