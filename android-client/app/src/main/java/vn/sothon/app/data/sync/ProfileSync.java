package vn.sothon.app.data.sync;

import vn.sothon.app.platform.Network;
import vn.sothon.app.platform.OfficeLog;
import vn.sothon.client.Phone;
import vn.sothon.client.sync.SyncReport;

/** One sync of one profile, written down before and after. */
public final class ProfileSync {
    private final Phone phone;
    private final SyncDiary diary;
    private final Settings settings;
    private final Network network;
    private final OfficeLog log;

    public ProfileSync(Phone phone, SyncDiary diary, Settings settings, Network network, OfficeLog log) {
        this.phone = phone;
        this.diary = diary;
        this.settings = settings;
        this.network = network;
        this.log = log;
    }

    /** Whether there is a server to talk to. */
    public boolean isPossible() {
        return phone.store()
                .sessions()
                .current()
                .filter(session -> !session.revoked())
                .isPresent();
    }

    /** Records, photos where the line allows, then what changed. */
    public SyncReport run() {
        diary.begins();
        SyncReport report = phone.engine().syncOnce(!photosMustWait());
        diary.ended(report);
        log.note("sync"
                + " sent=" + (report.accepted() + report.duplicates() + report.held())
                + " rejected=" + report.rejected()
                + " photos=" + report.uploaded()
                + " pulled=" + report.pulled()
                + report.trouble()
                        .map(trouble -> " trouble=" + trouble.kind() + " status=" + trouble.status() + " code="
                                + trouble.code())
                        .orElse(""));
        return report;
    }

    /** Photos that only a line without a price may carry. */
    public boolean photosMustWait() {
        return settings.photosOnWifiOnly() && network.isMetered();
    }

    public int photosToSend() {
        return phone.store().uploads().size();
    }
}
