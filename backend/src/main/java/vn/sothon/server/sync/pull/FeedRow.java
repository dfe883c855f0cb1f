package vn.sothon.server.sync.pull;

/** A row of the feed as a reader meets it. */
record FeedRow(
        String partition,
        long seq,
        String type,
        String id,
        long version,
        String data,
        boolean removed,
        boolean erased) {}
