package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.platform.ledger.Ledger;

/** Registers places, and their mergers. */
@Singleton
public class AreaService {
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z.-]{1,20}");
    private final Writer writer;
    private final AreaRows rows;
    private final AreaLookup areas;
    private final AreaTree tree;
    private final Jobs jobs;
    private final ServerClock clock;

    AreaService(Writer writer, AreaRows rows, AreaLookup areas, Jobs jobs, ServerClock clock) {
        this.writer = writer;
        this.rows = rows;
        this.areas = areas;
        // Inside a transaction the rows are asked, not the cache: it does not know this transaction yet.
        this.tree = new AreaTree(code -> rows.find(code).map(AreaRow::area));
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Registers an area, or gives a known one its new name. */
    public Area put(NewArea area) {
        return putAll(List.of(area)).get(0);
    }

    /** Registers areas in one transaction, upper ones first. */
    public List<Area> putAll(List<NewArea> many) {
        try {
            return writer.write(tx -> many.stream().map(area -> put(tx, area)).toList());
        } finally {
            areas.changed();
        }
    }

    /** Like {@link #put(NewArea)}, inside a caller's own transaction. */
    public Area put(Tx tx, NewArea wanted) {
        check(wanted);
        Optional<AreaRow> known = rows.find(wanted.code());
        if (known.isPresent()) {
            AreaRow row = known.get();
            if (!row.kind().equals(wanted.kind().name())
                    || (wanted.parentCode() != null && !wanted.parentCode().equals(row.parentCode()))) {
                throw new AdminRefused("AREA_EXISTS", "Area " + wanted.code() + " exists already, as another place.");
            }
            if (row.name().equals(wanted.name().strip())) {
                return row.area();
            }
            rows.rename(wanted.code(), wanted.name().strip());
        } else {
            LocalDate from = wanted.from() == null ? clock.today() : wanted.from();
            rows.insert(wanted.code(), wanted.kind().name(), wanted.name().strip(), parentOf(wanted), from.toString());
        }
        areas.changed();
        Area now = rows.find(wanted.code()).orElseThrow().area();
        announce(tx, now);
        return now;
    }

    /** The job that has everything follow that lay in an area which became part of another; its argument is the area. */
    public static final String MERGED = "area-merged";

    /**
     * From that day on, what is asked of {@code code} is answered by {@code successor}; what lay there follows at once.
     */
    public void merge(String code, String successor, LocalDate on) {
        try {
            writer.write(tx -> {
                Area old = require(code);
                Area heir = require(successor);
                if (old.kind() != heir.kind()) {
                    throw new AdminRefused("WRONG_KIND", "Only areas of one kind can be merged.");
                }
                if (reaches(heir, code)) {
                    throw new AdminRefused("MERGED_IN_A_CIRCLE", successor + " was itself merged into " + code + ".");
                }
                if (old.kind() == AreaKind.VILLAGE) {
                    villageRow(old).ifPresent(row -> tx.announce(row.gone()));
                }
                List<FeedChange> before = old.kind() == AreaKind.COMMUNE ? villagesOf(code) : List.of();
                rows.succeed(code, successor, on.minusDays(1).toString());
                before.forEach(row -> tx.announce(row.gone()));
                if (old.kind() == AreaKind.COMMUNE) {
                    villagesOf(code).forEach(tx::announce);
                }
                tx.afterCommit(areas::changed);
                jobs.promise(tx, MERGED, code);
                return old;
            });
        } finally {
            areas.changed();
        }
    }

    private boolean reaches(Area from, String code) {
        Area area = from;
        while (!area.code().equals(code)) {
            if (area.successorCode() == null) {
                return false;
            }
            area = require(area.successorCode());
        }
        return true;
    }

    private List<FeedChange> villagesOf(String commune) {
        return rows.within(commune).stream()
                .map(AreaRow::area)
                .filter(village -> village.successorCode() == null)
                .flatMap(village -> villageRow(village).stream())
                .toList();
    }

    private void announce(Tx tx, Area area) {
        if (area.kind() == AreaKind.VILLAGE) {
            villageRow(area).ifPresent(tx::announce);
        }
    }

    /** A village's name is public: everyone who reads its commune sees it. */
    private Optional<FeedChange> villageRow(Area village) {
        return Optional.ofNullable(village.parentCode())
                .flatMap(tree::partition)
                .map(commune -> FeedChange.of(
                        commune,
                        Pull.Type.village,
                        village.code(),
                        village.version(),
                        Json.write(new Views.Village(village.code(), village.name(), commune))));
    }

    private void check(NewArea wanted) {
        if (!CODE.matcher(wanted.code()).matches() || wanted.code().equals(Ledger.COUNTRY)) {
            throw new AdminRefused("BAD_AREA_CODE", "'" + wanted.code() + "' cannot be an area's code.");
        }
        if (wanted.name().isBlank()) {
            throw new AdminRefused("NAME_MISSING", "An area needs a name.");
        }
    }

    private @Nullable String parentOf(NewArea wanted) {
        AreaKind parentKind = wanted.kind().parent();
        if (parentKind == null) {
            return null;
        }
        if (wanted.parentCode() == null) {
            throw new AdminRefused(
                    "PARENT_MISSING",
                    wanted.kind() + " " + wanted.code() + " needs the code of its " + parentKind + ".");
        }
        if (require(wanted.parentCode()).kind() != parentKind) {
            throw new AdminRefused("WRONG_KIND", "Area " + wanted.parentCode() + " is not a " + parentKind + ".");
        }
        return wanted.parentCode();
    }

    private Area require(String code) {
        return rows.find(code)
                .map(AreaRow::area)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_AREA", "No area has the code " + code + "."));
    }
}
