/** Records on their way into the queue, one by one or in a rebuild. */
package dev.tailback.queue.offers;
