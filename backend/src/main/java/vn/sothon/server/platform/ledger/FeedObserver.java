package vn.sothon.server.platform.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Wants to know what is announced, whoever announces it: once per transaction, before its commit. */
public interface FeedObserver {
    /**
     * Takes part in the transaction; should do little more than promise a job.
     *
     * @param changes everything the transaction announces; the same row may stand there several times
     */
    void announced(Connection connection, List<FeedChange> changes) throws SQLException;
}
