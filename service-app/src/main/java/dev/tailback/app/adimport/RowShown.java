package dev.tailback.app.adimport;

/**
 * A row on the page.
 *
 * @param what units and products, as typed
 */
public record RowShown(int line, String contract, String title, String what, RowFate fate) {

    static RowShown of(ImportedRow row, RowFate fate) {
        return new RowShown(row.line(), row.text(Column.CONTRACT), row.text(Column.TITLE), row.summary(), fate);
    }
}
