/**
 * What the worker shows over HTTP: that it lives, and to callers with the right, its figures and health in detail.
 */
package dev.tailback.worker.entrance;
