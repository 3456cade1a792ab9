/** An operator pauses and resumes sending. */
package dev.tailback.app.operator.pause;
