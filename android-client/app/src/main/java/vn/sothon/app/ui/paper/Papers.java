package vn.sothon.app.ui.paper;

import java.util.UUID;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.Payload;

/** Lays a record out as the paper it stands for. */
final class Papers {
    private final PaperWords words = new PaperWords();

    /** Draws all pages; takes a moment and is not for the main thread. */
    void draw(SignedRecord record, Pages pages) {
        Payload payload = record.read().payload();
        String foot = words.of(
                        "foot", record.booked().id().toString(), record.booked().hash())
                + "\n" + words.of("copy");
        PaperWriter paper = new PaperWriter(pages, words, payload instanceof CheckSheet, foot);
        UUID replacedBy = record.replacedBy();
        if (replacedBy != null) {
            paper.text(words.of("replaced", replacedBy));
        }
        if (payload instanceof LoanUseCheck) {
            new CheckPaper(words, record).write(paper);
        } else if (payload instanceof CheckSheet) {
            new SheetPaper(words, record).write(paper);
        } else if (payload instanceof MonitoringMinutes) {
            new MinutesPaper(words, record).write(paper);
        } else {
            throw new IllegalArgumentException("no paper for " + record.booked().kind());
        }
    }
}
