package vn.sothon.server.journey;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.Commune;
import vn.sothon.server.sync.push.SealingPhone;

/** Pushes one sealed batch after the other until the line breaks, and remembers what it was answered. */
final class PushingPhone {
    private final SealingPhone phone;
    private final List<List<SealedItem>> batches;
    private final List<List<SealedItem>> sent = new ArrayList<>();
    private final Set<UUID> acknowledged = new HashSet<>();
    private boolean brokenOff;

    private PushingPhone(SealingPhone phone, List<List<SealedItem>> batches) {
        this.phone = phone;
        this.batches = batches;
    }

    static PushingPhone with(SealingPhone phone, int batches, int size) {
        List<List<SealedItem>> sealed = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            List<SealedItem> batch = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
                draft.villageCode = Commune.FIRST;
                draft.loanNumber = String.format("66%014d", i * size + j);
                batch.add(phone.seal(draft));
            }
            sealed.add(batch);
        }
        return new PushingPhone(phone, sealed);
    }

    void push(URI address, Answers answers) {
        SealingPhone line = phone.at(address);
        for (List<SealedItem> batch : batches) {
            sent.add(batch);
            try {
                for (Result result : line.push(batch.toArray(new SealedItem[0])).results()) {
                    if (result.verdict() == Verdict.ACCEPTED) {
                        acknowledged.add(Objects.requireNonNull(result.id()));
                    }
                }
                answers.one();
            } catch (IOException e) {
                brokenOff = true;
                return;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    SealingPhone phone() {
        return phone;
    }

    /** Batches that left the phone, the last of them perhaps in vain. */
    List<List<SealedItem>> sent() {
        return sent;
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    boolean brokenOff() {
        return brokenOff;
    }
}
