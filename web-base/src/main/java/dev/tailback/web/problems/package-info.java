/**
 * Errors over HTTP: RFC 9457 problems with stable codes.
 *
 * <p>Door: {@code Problem}, which every room throws to refuse a call.
 */
package dev.tailback.web.problems;
