/**
 * The threads of the worker: started, stopped, watched for progress, their failures counted.
 *
 * <p>Doors: {@code Loops}, {@code SignsOfLife} and {@code Failures}.
 */
package dev.tailback.worker.loops;
