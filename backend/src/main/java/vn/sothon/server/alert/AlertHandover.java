package vn.sothon.server.alert;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.GrantObserver;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;
import vn.sothon.server.platform.jobs.Jobs;

/** When somebody gets or gives up an office, the alerts of its place change hands soon after. */
@Singleton
class AlertHandover implements GrantObserver, JobHandler {
    private static final String KIND = "alert-readers";

    private final Provider<Jobs> jobs;
    private final PersonLookup people;
    private final AreaLookup areas;
    private final Writer writer;
    private final AlertReaders readers;
    private final ServerClock clock;

    AlertHandover(
            Provider<Jobs> jobs,
            PersonLookup people,
            AreaLookup areas,
            Writer writer,
            AlertReaders readers,
            ServerClock clock) {
        this.jobs = jobs;
        this.people = people;
        this.areas = areas;
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public void reached(Tx tx, UUID personId, Set<String> partitions) {
        try {
            for (String partition : partitions) {
                jobs.get().promise(tx, KIND, partition);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a job could not be promised", e);
        }
    }

    @Override
    public void changed(UUID personId) {
        Set<String> partitions = new TreeSet<>();
        for (Grant grant : people.grants(personId)) {
            areas.partition(grant.areaCode()).ifPresent(partitions::add);
        }
        writer.write(tx -> {
            reached(tx, personId, partitions);
            return personId;
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void perform(String areaCode) {
        Instant now = clock.now();
        for (String commune : communes(areaCode)) {
            writer.write(tx -> readers.renew(tx, commune, now));
        }
    }

    /** A province's people, and the country's, have alerts of communes. */
    private List<String> communes(String areaCode) {
        List<String> communes = new ArrayList<>();
        for (Area area : areas.all()) {
            boolean within = area.code().equals(areaCode)
                    || areas.find(areaCode).isEmpty()
                    || areas.path(area.code()).contains(areaCode);
            if (area.kind() == AreaKind.COMMUNE && within) {
                communes.add(area.code());
            }
        }
        return communes;
    }
}
