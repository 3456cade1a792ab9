/**
 * Where a trace begins: each request of a person or program that is signed in is a span. Strangers are not traced, so
 * that they can neither fill the receiver nor choose which traces are kept.
 */
package dev.tailback.app.traces;
