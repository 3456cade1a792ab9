/** What the worker lets the outside see: that it lives, and to those who may, its figures and its health in detail. */
package dev.tailback.worker.entrance;
