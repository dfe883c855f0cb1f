package vn.sothon.phones.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.sothon.client.PhoneStore;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.RecordState;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.phones.store.PhoneFolder;

/**
 * What the phones' reopened stores hold.
 *
 * @param recorded sealed checks, sheets and minutes, corrections among them
 * @param acts sealed acts
 * @param withdrawals sealed withdrawals
 * @param acknowledged records the server has answered for: received or held
 * @param resent records and acts that more than one call carried
 * @param attachments different files the records name
 * @param attachmentsMissing files a server still waits for
 * @param hashes each record's id with its hash, to be compared with what a server stored
 * @param files the hashes of the named files
 */
record FleetCount(
        @JsonProperty("phones") int phones,
        @JsonProperty("recorded") int recorded,
        @JsonProperty("acknowledged") int acknowledged,
        @JsonProperty("acts") int acts,
        @JsonProperty("actsAcknowledged") int actsAcknowledged,
        @JsonProperty("withdrawals") int withdrawals,
        @JsonProperty("held") int held,
        @JsonProperty("rejected") int rejected,
        @JsonProperty("waiting") int waiting,
        @JsonProperty("resent") int resent,
        @JsonProperty("attachments") int attachments,
        @JsonProperty("attachmentsMissing") int attachmentsMissing,
        @JsonProperty("contradictions") int contradictions,
        @JsonProperty("hashes") TreeMap<String, String> hashes,
        @JsonProperty("files") Set<String> files) {

    static FleetCount of(WorkOrder orders) throws IOException {
        Counting counting = new Counting();
        for (int i = 0; i < orders.phones().size(); i++) {
            if (PhoneFolder.exists(orders.folderOf(i))) {
                try (PhoneFolder folder = PhoneFolder.open(orders.folderOf(i))) {
                    counting.add(folder.store());
                }
            }
        }
        return counting.count();
    }

    private static final class Counting {
        private final TreeMap<String, String> hashes = new TreeMap<>();
        private final Set<String> files = new TreeSet<>();
        private int phones;
        private int recorded;
        private int acknowledged;
        private int acts;
        private int actsAcknowledged;
        private int withdrawals;
        private int held;
        private int rejected;
        private int waiting;
        private int resent;
        private int missing;
        private int contradictions;

        void add(PhoneStore store) {
            phones++;
            waiting += store.outbox().size();
            missing += store.uploads().size();
            contradictions += store.receipts().contradictions().size();
            for (BookedRecord record : store.book().all()) {
                add(record);
            }
        }

        private void add(BookedRecord record) {
            held += record.state() == RecordState.HELD ? 1 : 0;
            rejected += record.state() == RecordState.REJECTED ? 1 : 0;
            resent += record.sends() > 1 ? 1 : 0;
            int answered = record.isAcknowledged() ? 1 : 0;
            if (record.kind().isAct()) {
                acts++;
                actsAcknowledged += answered;
                return;
            }
            if (record.kind() == RecordKind.WITHDRAWAL) {
                withdrawals++;
                return;
            }
            recorded++;
            acknowledged += answered;
            hashes.put(record.id().toString(), record.hash());
            for (AttachmentRef file : ReadItem.trusted(record.item()).body().attachments()) {
                files.add(file.sha256());
            }
        }

        FleetCount count() {
            return new FleetCount(
                    phones,
                    recorded,
                    acknowledged,
                    acts,
                    actsAcknowledged,
                    withdrawals,
                    held,
                    rejected,
                    waiting,
                    resent,
                    files.size(),
                    missing,
                    contradictions,
                    hashes,
                    files);
        }
    }
}
