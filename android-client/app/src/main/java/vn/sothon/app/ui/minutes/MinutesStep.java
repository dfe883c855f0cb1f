package vn.sothon.app.ui.minutes;

import java.util.ArrayList;
import java.util.List;
import vn.sothon.app.ui.form.Signatures;
import vn.sothon.app.ui.form.Signatures.Slot;
import vn.sothon.model.record.ChecklistAnswer;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.MonitoringMinutes.Form;
import vn.sothon.model.record.Signatory;

/**
 * A page of the minutes.
 *
 * @param at which one, where a question is asked of several things; else 0
 */
record MinutesStep(Question question, int at) {
    static final MinutesStep SUMMARY = of(Question.SUMMARY);

    /** The checklist, in the order of the paper. */
    static final List<ChecklistAnswer.Item> POINTS = List.of(ChecklistAnswer.Item.values());

    private static final String PARTED = ":";
    private static final List<Slot> OF_GROUP =
            List.of(Slot.of(Signatory.As.TEAM_HEAD), Slot.of(Signatory.As.GROUP_LEADER), Slot.of(Signatory.As.WITNESS));
    private static final List<Slot> OF_VILLAGE =
            List.of(Slot.of(Signatory.As.CHAIR), Slot.of(Signatory.As.SECRETARY), Slot.of(Signatory.As.WITNESS));

    /** What is asked. */
    enum Question {
        FORM,
        VILLAGE,
        GROUP,
        SUBJECT,
        VISIT,
        PLACE,
        TEAM,
        PARTICIPANTS,
        FIGURES,
        /** One figure, beside the line. */
        FIGURE,
        CHECKLIST,
        /** All points of the checklist with their answers, beside the line. */
        CHECKED,
        CONTENT,
        STRENGTHS,
        SHORTCOMINGS,
        FINDINGS,
        CAUSE,
        DAMAGE,
        OTHER,
        ADVICE,
        ADVICE_WHO,
        ADVICE_DAY,
        ADVICES,
        SHEETS,
        SIGN,
        TASK,
        SUMMARY
    }

    static MinutesStep of(Question question) {
        return new MinutesStep(question, 0);
    }

    /** Reads what {@link #name} wrote. */
    static MinutesStep named(String name) {
        int parted = name.indexOf(PARTED);
        return new MinutesStep(
                Question.valueOf(name.substring(0, parted)), Integer.parseInt(name.substring(parted + 1)));
    }

    String name() {
        return question.name() + PARTED + at;
    }

    /** Who signs, in the order of the paper. */
    static List<Slot> slots(MinutesForm form) {
        return form.form() == Form.GROUP_16TD ? OF_GROUP : OF_VILLAGE;
    }

    /** The pages these minutes need, in order. */
    static List<MinutesStep> pages(MinutesForm form, boolean severalVillages) {
        List<MinutesStep> pages = new ArrayList<>();
        boolean ofGroup = form.form() == Form.GROUP_16TD;
        add(pages, Question.FORM);
        if (ofGroup) {
            add(pages, Question.GROUP, Question.VISIT, Question.PLACE, Question.TEAM, Question.PARTICIPANTS);
            add(pages, Question.FIGURES);
            for (int i = 0; i < POINTS.size(); i++) {
                pages.add(new MinutesStep(Question.CHECKLIST, i));
            }
        } else {
            if (severalVillages) {
                add(pages, Question.VILLAGE);
            }
            add(pages, Question.SUBJECT, Question.VISIT, Question.PLACE, Question.TEAM, Question.PARTICIPANTS);
            add(pages, Question.CONTENT);
        }
        add(pages, Question.STRENGTHS, Question.SHORTCOMINGS);
        if (!ofGroup) {
            findings(form, pages);
        }
        for (int i = 0; i < form.advice().size(); i++) {
            pages.add(new MinutesStep(Question.ADVICE, i));
            pages.add(new MinutesStep(Question.ADVICE_WHO, i));
            pages.add(new MinutesStep(Question.ADVICE_DAY, i));
        }
        add(pages, Question.ADVICES);
        if (ofGroup) {
            add(pages, Question.SHEETS);
        }
        for (int i = 0; i < slots(form).size(); i++) {
            pages.add(new MinutesStep(Question.SIGN, i));
        }
        add(pages, Question.TASK, Question.SUMMARY);
        return pages;
    }

    private static void findings(MinutesForm form, List<MinutesStep> pages) {
        add(pages, Question.FINDINGS);
        if (form.said().has(FindingCode.OBJECTIVE_RISK)) {
            add(pages, Question.CAUSE, Question.DAMAGE);
        }
        if (form.said().has(FindingCode.OTHER)) {
            add(pages, Question.OTHER);
        }
    }

    private static void add(List<MinutesStep> pages, Question... questions) {
        for (Question question : questions) {
            pages.add(of(question));
        }
    }

    /** The plan task can be left to the machine, and a summary answers nothing; all else is asked for. */
    boolean isAnswered(MinutesForm form) {
        return switch (question) {
            case FORM -> form.form() != null;
            case VILLAGE -> form.draft().acting().villageCode() != null;
            case GROUP -> form.draft().about().groupCode() != null;
            case SUBJECT -> form.answered("subject");
            case VISIT -> form.answered("visit");
            case PLACE -> form.answered("place");
            case TEAM -> form.answered(MinutesForm.TEAM_ASKED);
            case PARTICIPANTS -> form.answered("participants");
            case FIGURES -> form.answered("groupFigures");
            case CHECKLIST -> form.answer(POINTS.get(at)) != null;
            case CONTENT -> form.text("content") != null;
            case STRENGTHS -> form.answered("strengths");
            case SHORTCOMINGS -> form.answered("shortcomings");
            case FINDINGS -> form.answered("findings");
            case CAUSE -> form.said().cause() != null;
            case DAMAGE -> form.said().damageAsked();
            case OTHER -> form.said().other() != null;
            case ADVICE -> form.advice().get(at).text() != null;
            case ADVICE_WHO -> form.advice().get(at).responsible() != null;
            case ADVICE_DAY -> form.advice().get(at).deadline() != null;
            case ADVICES -> form.answered("recommendations");
            case SHEETS -> form.answered("sheetsAttached");
            case SIGN -> Signatures.of(form.draft(), slots(form).get(at)).isPresent();
            case FIGURE, CHECKED, TASK, SUMMARY -> true;
        };
    }

    /** Whether the record can do without: a sealed one does not tell "nothing" from "not asked". */
    boolean mayStayOpen() {
        return switch (question) {
            case FORM, GROUP, SUBJECT, CAUSE, OTHER, ADVICE, ADVICE_WHO, ADVICE_DAY -> false;
            default -> true;
        };
    }

    /** How a problem names this page. */
    String field() {
        return switch (question) {
            case FORM -> "payload.form";
            case VILLAGE -> "villageCode";
            case GROUP -> "groupCode";
            case SUBJECT -> "payload.subject";
            case VISIT -> "payload.visit";
            case PLACE -> "payload.place";
            case TEAM -> "payload.team";
            case PARTICIPANTS -> "payload.participants";
            case FIGURES, FIGURE -> "payload.groupFigures";
            case CHECKLIST, CHECKED -> "payload.checklist[" + at + "]";
            case CONTENT -> "payload.content";
            case STRENGTHS -> "payload.strengths";
            case SHORTCOMINGS -> "payload.shortcomings";
            case FINDINGS -> "payload.findings";
            case CAUSE -> "payload.findings.cause";
            case DAMAGE -> "payload.findings.damagePercent";
            case OTHER -> "payload.findings.note";
            case ADVICE -> "payload.recommendations[" + at + "].text";
            case ADVICE_WHO -> "payload.recommendations[" + at + "].responsible";
            case ADVICE_DAY -> "payload.recommendations[" + at + "].deadline";
            case ADVICES -> "payload.recommendations";
            case SHEETS -> "payload.sheetsAttached";
            case SIGN -> "payload.signatures[" + at + "]";
            case TASK -> "planTaskId";
            case SUMMARY -> "";
        };
    }

    /** The page that a problem's field belongs to; the summary if it belongs to none. */
    static MinutesStep ofField(List<MinutesStep> pages, String field) {
        String plain = field.startsWith("payload.findings[") ? "payload.findings" + after(field) : field;
        if (field.equals("attachments") || field.startsWith("attachments[")) {
            plain = "payload.signatures[0]";
        }
        if (field.equals("payload.groupLeader") || field.equals("payload.groupDeputy")) {
            plain = "groupCode";
        }
        MinutesStep found = SUMMARY;
        int longest = 0;
        for (MinutesStep page : pages) {
            String own = page.field();
            if (plain.startsWith(own) && own.length() > longest) {
                found = page;
                longest = own.length();
            } else if (longest == 0 && own.startsWith(plain + "[")) {
                found = page; // the first line of a list that is wrong as a whole
                longest = plain.length();
            }
        }
        return found;
    }

    private static String after(String field) {
        int end = field.indexOf(']');
        String rest = end < 0 ? "" : field.substring(end + 1);
        return rest.equals(".code") ? "" : rest;
    }
}
