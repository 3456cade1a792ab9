/**
 * The pages of staff: plain HTML that works without JavaScript, and fragments that refresh it with JavaScript. The
 * public records are what the templates show.
 */
package dev.tailback.app.pages;
