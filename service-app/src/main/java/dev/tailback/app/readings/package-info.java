/** What many people ask for at once is read once. */
package dev.tailback.app.readings;
