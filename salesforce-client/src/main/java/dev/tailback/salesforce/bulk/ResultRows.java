package dev.tailback.salesforce.bulk;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a job tells of its rows: CSV, in which Salesforce's own columns stand in front of those that were sent. */
public final class ResultRows {

    /** The record's id. */
    public static final String ID = "sf__Id";
    /** Whether the record was made by the job. */
    public static final String CREATED = "sf__Created";
    /** Why a row was refused. */
    public static final String ERROR = "sf__Error";

    private static final String NEXT_PAGE = "Sforce-Locator";
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9=_-]{1,200}");
    private static final String LAST_PAGE = "null";
    private static final int MOST = 1_000_000;
    private static final int LONGEST_CELL = 200_000;

    private static final CsvMapper MAPPER = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_CELL)
                            .build())
                    .build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();

    private ResultRows() {}

    /**
     * Hands out each row: the cells of these columns and no others, stripped, in this order.
     *
     * @param must columns that have to be there
     * @param may columns that are empty where they are not
     * @throws JobFailed if it is no CSV with the columns that it must have; some rows may have been handed out
     */
    public static void read(byte[] csv, List<String> must, List<String> may, Consumer<List<String>> row)
            throws JobFailed {
        try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class).readValues(csv)) {
            if (!rows.hasNextValue()) {
                throw JobFailed.unusable("not even a header of its rows");
            }
            List<Integer> places = places(rows.nextValue(), must, may);
            for (int read = 0; rows.hasNextValue() && read < MOST; read++) {
                String[] cells = rows.nextValue();
                row.accept(places.stream().map(place -> cell(cells, place)).toList());
            }
        } catch (IOException | RuntimeException noCsv) {
            throw JobFailed.unusable("no list of rows").because(noCsv);
        }
    }

    private static List<Integer> places(String[] header, List<String> must, List<String> may) throws JobFailed {
        List<String> names = Arrays.stream(header).map(ResultRows::name).toList();
        for (String column : must) {
            if (!names.contains(name(column))) {
                throw JobFailed.unusable("rows without " + column);
            }
        }
        return Stream.concat(must.stream(), may.stream())
                .map(column -> names.indexOf(name(column)))
                .toList();
    }

    private static String name(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    private static String cell(String[] row, int place) {
        return place >= 0 && place < row.length ? row[place].strip() : "";
    }

    /** Where the list goes on. @param address of the first page */
    public static Optional<String> nextPage(HttpHeaders headers, String address) {
        return headers.firstValue(NEXT_PAGE)
                .filter(next -> !next.equals(LAST_PAGE) && PAGE.matcher(next).matches())
                .map(next -> address + "?locator=" + next);
    }
}
