package vn.sothon.client.sync;

import java.util.Optional;

/**
 * What one sync did.
 *
 * @param trouble the first thing that went wrong, if anything did
 * @param waitMs how long to wait before the next one
 */
public record SyncReport(
        int accepted,
        int duplicates,
        int held,
        int rejected,
        int retried,
        int uploaded,
        int pulled,
        Optional<Trouble> trouble,
        long waitMs) {

    public boolean isWhole() {
        return !trouble.isPresent();
    }
}
