/**
 * The mapping in use: which objects and fields of the org stand for Tailback's ideas. Its versions are in PostgreSQL; the
 * workers learn the one in use through the queue.
 *
 * <p>Doors: {@code ActiveMapping} for everyone who reads Salesforce, {@code PublishMapping} for the relay, {@code
 * CheckMapping} for a judgement by the connected org, {@code ChangeMapping} for admins.
 */
package dev.tailback.app.mapping;
