package vn.sothon.client.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.home.People.Person;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.RecordBook;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.task.DueWork;
import vn.sothon.client.task.DueWork.When;
import vn.sothon.client.task.WorkList;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.rule.FoldedText;
import vn.sothon.model.sync.ReadItem;

/**
 * What an association officer looks at first.
 *
 * @param groups of the association, the one with most that is late first
 * @param sheets made on this phone and not handed to the bank yet, the oldest first
 * @param given checks that somebody else was asked to make
 */
public record AssociationDay(List<GroupLine> groups, List<SheetLine> sheets, List<GivenLine> given) {

    /**
     * One group.
     *
     * @param inspection days until the group itself is to be inspected; null: nothing is owed
     */
    public record GroupLine(
            String code, String name, @Nullable String leader, int late, int soon, @Nullable Long inspection) {}

    /**
     * A sheet 06/TD to be carried to the transaction session.
     *
     * @param customers on it
     */
    public record SheetLine(UUID recordId, @Nullable String group, LocalDate sealedOn, int customers) {}

    /**
     * What one person was asked to do.
     *
     * @param person null: this phone does not know him or her
     * @param late of the checks
     */
    public record GivenLine(UUID personId, @Nullable Person person, int checks, int late) {}

    /** What is read for it. */
    public record From(WorkList work, DueWork due, RecordBook book, HandedSheets handed, People people) {}

    /**
     * Puts it together.
     *
     * @param association whose groups; null: all this phone knows
     */
    public static AssociationDay of(From from, @Nullable String association, @Nullable UUID me, LocalDate today) {
        return new AssociationDay(groups(from, association), sheets(from), given(from, me, today));
    }

    private static List<GroupLine> groups(From from, @Nullable String association) {
        Map<String, int[]> owed = new HashMap<>();
        for (DueWork.Card card : from.due.all()) {
            String group = card.loan().groupCode();
            if (group != null) {
                int[] counts = owed.computeIfAbsent(group, code -> new int[2]);
                counts[0] += card.when() == When.LATE ? 1 : 0;
                counts[1] += card.when() == When.SOON ? 1 : 0;
            }
        }
        Map<String, Long> inspections = new HashMap<>();
        from.due.groups().forEach(card -> inspections.merge(card.groupCode(), card.daysLeft(), Math::min));
        List<GroupLine> lines = new ArrayList<>();
        for (Views.Group group : from.work.groups()) {
            if (association == null || association.equals(group.association())) {
                int[] counts = owed.getOrDefault(group.code(), new int[2]);
                lines.add(new GroupLine(
                        group.code(),
                        group.name(),
                        group.leaderName(),
                        counts[0],
                        counts[1],
                        inspections.get(group.code())));
            }
        }
        lines.sort(Comparator.comparingInt(GroupLine::late)
                .thenComparingInt(GroupLine::soon)
                .reversed()
                .thenComparing(line -> FoldedText.words(line.name()))
                .thenComparing(GroupLine::code));
        return lines;
    }

    private static List<SheetLine> sheets(From from) {
        List<SheetLine> lines = new ArrayList<>();
        for (BookedRecord record : from.book.all()) {
            boolean stands = record.kind() == RecordKind.CHECK_SHEET
                    && record.state() != RecordState.REJECTED
                    && from.book.current(record).id().equals(record.id());
            if (stands && !from.handed.isHanded(record.id())) {
                ReadItem read = ReadItem.trusted(record.item());
                String code = read.body().groupCode();
                lines.add(new SheetLine(
                        record.id(),
                        code == null
                                ? null
                                : from.work.group(code).map(Views.Group::name).orElse(code),
                        DueDates.day(record.sealedAt()),
                        ((CheckSheet) read.payload()).checks().size()));
            }
        }
        return lines;
    }

    private static List<GivenLine> given(From from, @Nullable UUID me, LocalDate today) {
        Map<UUID, GivenLine> lines = new HashMap<>();
        for (Views.Obligation owed : from.work.obligations()) {
            UUID asked = owed.assignedTo();
            if (asked != null && owed.doneBy() == null && !asked.equals(me)) {
                Person person = from.people.find(asked).orElse(null);
                int late = owed.dueOn().isBefore(today) ? 1 : 0;
                lines.merge(
                        asked,
                        new GivenLine(asked, person, 1, late),
                        (a, b) -> new GivenLine(asked, person, a.checks + b.checks, a.late + b.late));
            }
        }
        List<GivenLine> given = new ArrayList<>(lines.values());
        given.sort(Comparator.comparingInt(GivenLine::late)
                .thenComparingInt(GivenLine::checks)
                .reversed()
                .thenComparing(GivenLine::personId));
        return given;
    }
}
