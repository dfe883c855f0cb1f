package vn.sothon.client;

import vn.sothon.client.alert.AlertMarks;
import vn.sothon.client.alert.SqlAlertMarks;
import vn.sothon.client.record.Drafts;
import vn.sothon.client.record.Outbox;
import vn.sothon.client.record.RecordBook;
import vn.sothon.client.record.SqlDrafts;
import vn.sothon.client.record.SqlOutbox;
import vn.sothon.client.record.SqlRecordBook;
import vn.sothon.client.record.SqlUploadQueue;
import vn.sothon.client.record.UploadQueue;
import vn.sothon.client.session.ChosenOffice;
import vn.sothon.client.session.PushTokens;
import vn.sothon.client.session.Sessions;
import vn.sothon.client.session.SqlChosenOffice;
import vn.sothon.client.session.SqlPushTokens;
import vn.sothon.client.session.SqlSessions;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.PhoneSchema;
import vn.sothon.client.store.TextCipher;
import vn.sothon.client.store.Transactions;
import vn.sothon.client.sync.ReceiptBook;
import vn.sothon.client.sync.SqlReceiptBook;
import vn.sothon.client.sync.SyncEngine;
import vn.sothon.client.task.PulledRows;
import vn.sothon.client.task.SqlPulledRows;

/** Everything a phone keeps, under one transaction. */
public record PhoneStore(
        Transactions transactions,
        Sessions sessions,
        Drafts drafts,
        RecordBook book,
        Outbox outbox,
        UploadQueue uploads,
        PulledRows rows,
        ReceiptBook receipts,
        AlertMarks alertMarks,
        PushTokens pushTokens,
        ChosenOffice chosenOffice) {

    /** The store in this database, its tables made or brought up to date. */
    public static PhoneStore on(Database database) {
        return on(database, TextCipher.NONE);
    }

    /** The same, with everything a person wrote or was shown sealed before it is stored. */
    public static PhoneStore on(Database database, TextCipher cipher) {
        PhoneSchema.upgrade(database);
        return new PhoneStore(
                database,
                new SqlSessions(database, cipher),
                new SqlDrafts(database, cipher),
                new SqlRecordBook(database, cipher),
                new SqlOutbox(database, cipher),
                new SqlUploadQueue(database),
                new SqlPulledRows(database, cipher),
                new SqlReceiptBook(database),
                new SqlAlertMarks(database),
                new SqlPushTokens(database, cipher),
                new SqlChosenOffice(database));
    }

    SyncEngine.Stores forSync() {
        return new SyncEngine.Stores(transactions, sessions, book, outbox, uploads, rows, receipts, pushTokens);
    }
}
