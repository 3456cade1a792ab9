/** Inner room: sends SOQL, follows its pages and reads the values of a row. */
package dev.tailback.salesforce.query;
