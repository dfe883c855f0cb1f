package vn.sothon.app.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sothon.client.record.AttachmentFiles;
import vn.sothon.client.record.Draft;
import vn.sothon.model.record.AttachmentRef;

/** Photos and drawings that a draft names and the phone has no more: the commune would wait for them for ever. */
final class LostFiles {
    static final String FIELD = "attachments";
    static final String CODE = "FILE_GONE";

    private LostFiles() {}

    /** Empty if nothing is lost. */
    static Optional<Draft> without(Draft draft, AttachmentFiles files) {
        List<AttachmentRef> there = draft.attachments().stream()
                .filter(file -> files.has(file.sha256()))
                .collect(Collectors.toList());
        return there.size() == draft.attachments().size()
                ? Optional.empty()
                : Optional.of(Signatures.undrawn(draft.withAttachments(there), there));
    }
}
