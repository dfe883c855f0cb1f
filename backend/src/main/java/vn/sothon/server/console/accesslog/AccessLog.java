package vn.sothon.server.console.accesslog;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.sothon.model.id.Uuid7;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Writes down, before it is shown, who looks at personal data. What cannot be written down is not shown. */
@Singleton
public class AccessLog {
    private final Writer writer;
    private final AccessRows rows;
    private final ServerClock clock;
    private final Uuid7 ids;

    AccessLog(Writer writer, AccessRows rows, ServerClock clock) {
        this.writer = writer;
        this.rows = rows;
        this.clock = clock;
        this.ids = new Uuid7(clock::millis, new SecureRandom());
    }

    /** What was done with data. */
    public enum Act {
        SAW,
        EXPORTED,
        CHANGED,
        /** Asked for what lies outside the scope; nothing was shown. */
        REFUSED
    }

    /** What the data is about; its name is the text {@code accesslog.kind.NAME}. */
    public enum Kind {
        RECORD,
        RECORD_LIST,
        PHOTO,
        PERSON,
        PERSON_LIST,
        DEVICE_LIST,
        DEVICE,
        CODE,
        ACCOUNT,
        PLAN,
        ALERT,
        RECOMMENDATION,
        ROSTER,
        LOAN,
        PAPER,
        RESULT,
        SETTING,
        AREA
    }

    public void saw(Visitor visitor, Kind kind, Collection<?> of) {
        write(visitor, Act.SAW, kind, of);
    }

    public void exported(Visitor visitor, Kind kind, Collection<?> of) {
        write(visitor, Act.EXPORTED, kind, of);
    }

    public void changed(Visitor visitor, Kind kind, Object of) {
        write(visitor, Act.CHANGED, kind, List.of(of));
    }

    public void refused(Visitor visitor, Kind kind, Object of) {
        write(visitor, Act.REFUSED, kind, List.of(of));
    }

    private void write(Visitor visitor, Act act, Kind kind, Collection<?> of) {
        String named = of.stream().map(Object::toString).collect(Collectors.joining(" "));
        writer.write(tx -> rows.insert(
                ids.next().toString(),
                clock.millis(),
                visitor.personId().toString(),
                visitor.role().name(),
                visitor.areaCode(),
                act.name(),
                kind.name(),
                named,
                of.size()));
    }
}
