package vn.sothon.client;

import java.util.ArrayList;
import java.util.List;
import vn.sothon.client.alert.InMemoryAlertMarks;
import vn.sothon.client.record.InMemoryDrafts;
import vn.sothon.client.record.InMemoryRecords;
import vn.sothon.client.session.InMemoryChosenOffice;
import vn.sothon.client.session.InMemoryPushTokens;
import vn.sothon.client.session.InMemorySessions;
import vn.sothon.client.store.Transactions;
import vn.sothon.client.store.Undoable;
import vn.sothon.client.sync.InMemoryReceiptBook;
import vn.sothon.client.task.InMemoryPulledRows;

/** The fake store: maps, put back as they were when a transaction fails. */
public final class InMemoryPhoneStore implements Transactions {
    private final List<Undoable> parts = new ArrayList<>();
    private boolean inside;

    private InMemoryPhoneStore() {}

    public static PhoneStore open() {
        InMemoryPhoneStore transactions = new InMemoryPhoneStore();
        InMemoryRecords records = transactions.part(new InMemoryRecords());
        return new PhoneStore(
                transactions,
                transactions.part(new InMemorySessions()),
                transactions.part(new InMemoryDrafts()),
                records,
                records,
                records.uploads(),
                transactions.part(new InMemoryPulledRows()),
                transactions.part(new InMemoryReceiptBook()),
                transactions.part(new InMemoryAlertMarks()),
                transactions.part(new InMemoryPushTokens()),
                transactions.part(new InMemoryChosenOffice()));
    }

    @Override
    public void atomically(Runnable work) {
        if (inside) {
            work.run();
            return;
        }
        List<Runnable> undo = parts.stream().map(Undoable::undo).toList();
        inside = true;
        boolean whole = false;
        try {
            work.run();
            whole = true;
        } finally {
            inside = false;
            if (!whole) {
                undo.forEach(Runnable::run);
            }
        }
    }

    private <T extends Undoable> T part(T part) {
        parts.add(part);
        return part;
    }
}
