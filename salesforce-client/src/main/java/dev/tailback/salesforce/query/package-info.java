/** Inner room: sends SOQL, follows its pages, reads the values of a row, and reads other resources of the org. */
package dev.tailback.salesforce.query;
