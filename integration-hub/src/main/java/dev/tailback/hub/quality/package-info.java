/**
 * Values made clean and comparable, before matching and after deciding. {@link
 * dev.tailback.hub.quality.RecordQuality} looks at a record: each value is clean, mended, kept with a warning, or
 * refused, always with the rule that says so; then values are compared with each other, and what is missing is taken
 * from what is there. {@link dev.tailback.hub.quality.CompanyName} and {@link dev.tailback.hub.quality.Folded} are
 * what matching compares.
 */
package dev.tailback.hub.quality;
