/** Inner room: text from outside, made fit for logs and screens, and JSON with limits. */
package dev.tailback.salesforce.text;
