/** The pages staff work with: plain HTML that works without JavaScript, and fragments that keep it fresh with it. */
package dev.tailback.app.pages;
