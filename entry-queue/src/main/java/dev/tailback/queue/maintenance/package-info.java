/** Looking after the queue: status, damage of lost keys, reports of workers. */
package dev.tailback.queue.maintenance;
