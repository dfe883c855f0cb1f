package vn.sothon.server;

import java.util.List;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.MonitoringMinutes;

/** Minutes 16/TD of a visit to a group at which nothing was found. */
public final class Minutes {
    private Minutes() {}

    public static MonitoringMinutes ofGroup() {
        return new MonitoringMinutes(
                MonitoringMinutes.Form.GROUP_16TD,
                RecordSubject.GROUP,
                VisitKind.SCHEDULED,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }
}
