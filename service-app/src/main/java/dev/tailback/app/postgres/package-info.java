/** How the service app holds its connections to PostgreSQL, and what it makes of a PostgreSQL in trouble. */
package dev.tailback.app.postgres;
