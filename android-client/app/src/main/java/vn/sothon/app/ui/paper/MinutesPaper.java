package vn.sothon.app.ui.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.ChecklistAnswer;
import vn.sothon.model.record.GroupFigures;
import vn.sothon.model.record.MonitoringMinutes;

/** Minutes: 16/TD of a group, 02/BB of an association, or those of a village. */
final class MinutesPaper {
    private static final float LETTERS = 11;

    private final PaperWords words;
    private final SignedRecord record;

    MinutesPaper(PaperWords words, SignedRecord record) {
        this.words = words;
        this.record = record;
    }

    void write(PaperWriter paper) {
        MonitoringMinutes minutes = (MonitoringMinutes) record.read().payload();
        String form = "title." + minutes.form().name();
        paper.nation(null);
        paper.title(words.of(form), words.of(form + ".under"));
        head(paper, minutes);
        figures(paper, minutes.groupFigures());
        checklist(paper, minutes.checklist());
        areas(paper, minutes.workAreas());
        boolean group = minutes.form() == MonitoringMinutes.Form.GROUP_16TD;
        paper.heading(words.of(group ? "part.remarks" : "part.remarks.plain"));
        paper.line(words.of("content"), minutes.content());
        paper.line(words.of("strengths"), minutes.strengths());
        paper.line(words.of("shortcomings"), minutes.shortcomings());
        paper.line(words.of("findings"), words.findings(minutes.findings()));
        recommendations(paper, minutes.recommendations());
        paper.line(words.of("unitOpinion"), minutes.unitOpinion());
        paper.line(words.of("sheetsAttached"), number(minutes.sheetsAttached()));
        paper.line(words.of("until"), words.time(minutes.endedAt()));
        paper.signatures(record.signed(minutes.signatures(), words));
    }

    private void head(PaperWriter paper, MonitoringMinutes minutes) {
        paper.line(
                words.of("from"),
                words.time(minutes.startedAt() == null ? record.booked().sealedAt() : minutes.startedAt()));
        paper.line(words.of("where"), minutes.place());
        paper.line(words.of("group"), record.groupName());
        paper.line(words.of("team"), words.people(minutes.team()));
        paper.line(words.of("participants"), words.people(minutes.participants()));
        paper.line(words.of("groupLeader"), minutes.groupLeader());
        paper.line(words.of("groupDeputy"), minutes.groupDeputy());
    }

    private void figures(PaperWriter paper, @Nullable GroupFigures figures) {
        if (figures != null) {
            paper.heading(words.of("part.figures"));
            paper.line(words.of("outstanding"), words.money(figures.outstanding()));
            paper.line(words.of("members"), number(figures.members()));
            paper.line(words.of("overdue"), words.money(figures.overdue()));
            paper.line(words.of("frozen"), words.money(figures.frozen()));
            paper.line(words.of("interestArrears"), words.money(figures.interestArrears()));
            paper.line(words.of("savings"), words.money(figures.savings()));
            paper.line(words.of("monthRating"), figures.monthRating());
        }
    }

    private void checklist(PaperWriter paper, List<ChecklistAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        paper.heading(words.of("part.checklist"));
        PaperTable table = new PaperTable(
                LETTERS,
                new int[] {8, 48, 18, 40},
                List.of(
                        words.of("column.no"),
                        words.of("column.item"),
                        words.of("column.answer"),
                        words.of("column.note")));
        int number = 0;
        for (ChecklistAnswer answer : answers) {
            number++;
            table.add(List.of(
                    Integer.toString(number),
                    words.of(answer.item(), "item"),
                    words.of(answer.answer(), "answer"),
                    said(answer.note())));
        }
        paper.table(table);
    }

    private void areas(PaperWriter paper, List<MonitoringMinutes.WorkArea> areas) {
        if (areas.isEmpty()) {
            return;
        }
        paper.heading(words.of("part.areas"));
        PaperTable table = new PaperTable(
                LETTERS,
                new int[] {24, 45, 45},
                List.of(words.of("column.area"), words.of("column.result"), words.of("column.shortcoming")));
        for (MonitoringMinutes.WorkArea area : areas) {
            table.add(List.of(words.of(area.area(), "area"), said(area.result()), said(area.shortcoming())));
        }
        paper.table(table);
    }

    private void recommendations(PaperWriter paper, List<MonitoringMinutes.Recommendation> recommendations) {
        if (recommendations.isEmpty()) {
            return;
        }
        paper.heading(words.of("recommendations"));
        int number = 0;
        for (MonitoringMinutes.Recommendation one : recommendations) {
            number++;
            StringBuilder line = new StringBuilder(number + ". " + one.text());
            if (one.responsible() != null) {
                line.append(" – ").append(one.responsible());
            }
            String deadline = words.day(one.deadline());
            if (deadline != null) {
                line.append(", ").append(words.of("deadline", deadline));
            }
            paper.text(line);
        }
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : Integer.toString(number);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
