/** What every CSV file that people open in a spreadsheet needs, whatever its rows are. */
package dev.tailback.app.csv;
