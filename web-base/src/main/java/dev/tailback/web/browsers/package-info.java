/**
 * Guards around every call that a browser may make: writes of foreign pages, bodies that are no JSON, and the headers
 * that keep a page from doing what ours never ask for. No door: the filters guard the calls of all rooms.
 */
package dev.tailback.web.browsers;
