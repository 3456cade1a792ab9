/** The Lua scripts, run in one shard or in all. */
package dev.tailback.queue.scripts;
