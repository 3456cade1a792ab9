/** What goes wrong over HTTP, and how a caller learns of it: RFC 9457 problems with stable codes. */
package dev.tailback.app.problems;
