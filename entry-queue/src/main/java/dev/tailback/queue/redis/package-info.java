/** Connections to Redis, and the sentence for each way in which Redis can fail. */
package dev.tailback.queue.redis;
