package vn.sothon.phones.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.task.PulledRow;
import vn.sothon.model.loan.Views;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.ChecklistAnswer;
import vn.sothon.model.record.GroupFigures;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.MonitoringMinutes.Form;
import vn.sothon.model.record.MonitoringMinutes.Recommendation;
import vn.sothon.model.record.MonitoringMinutes.WorkArea;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Signatory;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ReadItem;

/** Minutes one phone writes, and the recommendations of earlier ones that it closes. */
final class MinutesDesk {
    private static final int DAYS_TO_FOLLOW = 30;

    private final FleetPhone phone;
    private final FleetWords words;
    private final Random luck;

    MinutesDesk(FleetPhone phone, FleetWords words, Random luck) {
        this.phone = phone;
        this.words = words;
        this.luck = luck;
    }

    void write(WorkOrder.MinutesOrder order) {
        List<Views.Group> groups = phone.phone().workList().groups();
        String group = order.groupCode();
        if (group == null && order.form() == Form.GROUP_16TD && !groups.isEmpty()) {
            group = groups.get(luck.nextInt(groups.size())).code();
        }
        phone.seal(Draft.of(
                phone.phone().newId(),
                RecordKind.MONITORING_MINUTES,
                phone.acting(group, null),
                Draft.About.group(group),
                minutes(order, group)));
    }

    /** Closes recommendations of this phone's own minutes that it has not closed yet. */
    void close(int count) {
        Set<UUID> closed = new HashSet<>();
        List<UUID> open = new ArrayList<>();
        for (BookedRecord record : phone.phone().store().book().all()) {
            ReadItem read = ReadItem.trusted(record.item());
            if (read.payload() instanceof Act.CloseRecommendation close) {
                closed.add(close.recommendationId());
            } else if (read.payload() instanceof MonitoringMinutes minutes) {
                minutes.recommendations().forEach(recommendation -> open.add(recommendation.id()));
            }
        }
        open.removeAll(closed);
        for (UUID id : open.subList(0, Math.min(count, open.size()))) {
            phone.seal(Draft.of(
                    phone.phone().newId(),
                    RecordKind.CLOSE_RECOMMENDATION,
                    phone.acting(null, null),
                    Draft.About.nothing(),
                    new Act.CloseRecommendation(id, version(id), FleetWords.one(words.followed(), luck), List.of())));
        }
    }

    /** The version that was pulled; one's own minutes not yet sent make the first. */
    private long version(UUID recommendation) {
        return phone.phone()
                .store()
                .rows()
                .find("recommendation", recommendation.toString())
                .map(PulledRow::version)
                .orElse(1L);
    }

    private MonitoringMinutes minutes(WorkOrder.MinutesOrder order, @Nullable String groupCode) {
        Instant now = phone.clock().wall();
        String name = phone.session().person().name();
        Views.Group group = groupCode == null
                ? null
                : phone.phone().workList().group(groupCode).orElse(null);
        boolean ofGroup = order.form() == Form.GROUP_16TD;
        LocalDate deadline = DueDates.day(now).plusDays(DAYS_TO_FOLLOW);
        return new MonitoringMinutes(
                order.form(),
                order.subject(),
                order.visit() == null ? VisitKind.SCHEDULED : order.visit(),
                now.minus(Duration.ofHours(1)),
                now,
                null,
                List.of(new Inspector(name, null)),
                List.of(),
                group == null ? null : group.leaderName(),
                null,
                ofGroup ? figures(groupCode) : null,
                ofGroup ? checklist() : List.of(),
                order.form() == Form.ASSOCIATION_02BB ? workAreas() : List.of(),
                FleetWords.one(words.contents(), luck),
                FleetWords.one(words.strengths(), luck),
                FleetWords.one(words.shortcomings(), luck),
                List.of(new Recommendation(
                        phone.phone().newId(), FleetWords.one(words.recommendations(), luck), deadline, null)),
                List.of(),
                null,
                ofGroup ? 0 : null,
                List.of(new Signatory(Signatory.As.TEAM_HEAD, name, null, null)));
    }

    private GroupFigures figures(@Nullable String groupCode) {
        long outstanding = 0;
        int members = 0;
        for (Views.Loan loan : phone.phone().workList().loans()) {
            if (Objects.equals(loan.groupCode(), groupCode)) {
                Long owed = loan.outstanding();
                outstanding += owed == null ? 0 : owed;
                members++;
            }
        }
        return new GroupFigures(outstanding, members, 0L, 0L, 0L, null, null);
    }

    private static List<ChecklistAnswer> checklist() {
        return Arrays.stream(ChecklistAnswer.Item.values())
                .map(item -> new ChecklistAnswer(item, ChecklistAnswer.Answer.NOT_SEEN, null))
                .toList();
    }

    private List<WorkArea> workAreas() {
        return Arrays.stream(WorkArea.Area.values())
                .map(area -> new WorkArea(area, FleetWords.one(words.results(), luck), null))
                .toList();
    }
}
