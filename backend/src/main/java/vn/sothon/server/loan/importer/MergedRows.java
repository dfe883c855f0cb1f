package vn.sothon.server.loan.importer;

import java.util.List;

/**
 * Rows that told of the same loan, customer or group and became one.
 *
 * @param outstandingNotCountedAgain what the outstanding sum would be too high by, had the rows not been merged
 */
public record MergedRows(String key, int keptRow, List<Integer> mergedRows, long outstandingNotCountedAgain) {
    public MergedRows {
        mergedRows = List.copyOf(mergedRows);
    }
}
