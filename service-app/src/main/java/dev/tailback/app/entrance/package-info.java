/** Where connections and requests come in, and what they are granted before anything is known of who sends them. */
package dev.tailback.app.entrance;
