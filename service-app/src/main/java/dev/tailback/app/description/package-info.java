/** The OpenAPI description of the HTTP API, for people and programs that use it. */
package dev.tailback.app.description;
