package vn.sothon.model.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.TieView;

/** Turns a fit into a code, a quotation and arguments; the arguments are codes and quotations, never sentences. */
final class TieReasons {
    private TieReasons() {}

    static TieView.Reason byRule(TieQuestion question, TieFit fit, List<String> passedOver, @Nullable TieFit equal) {
        Map<String, String> args = about(question);
        describe(question, fit, args);
        if (!passedOver.isEmpty()) {
            args.put("passedOver", String.join("; ", passedOver));
        }
        if (equal != null) {
            args.put("equalTo", equal.task().key());
        }
        return new TieView.Reason(code(question, fit).name(), fit.by().phrase(), args);
    }

    static TieView.Reason byAuthor(TieQuestion question, @Nullable TieFit fit) {
        Map<String, String> args = about(question);
        if (fit != null) {
            describe(question, fit, args);
        }
        return new TieView.Reason(
                TieReasonCode.CHOSEN_BY_AUTHOR.name(),
                fit == null ? null : fit.by().phrase(),
                args);
    }

    /** A chosen task that is not in force or not of the place is not followed, and the reason says so. */
    static TieView.Reason choicePassedOver(TieQuestion question, TieView.Reason reason) {
        if (question.chosenTaskId() == null) {
            return reason;
        }
        Map<String, String> args = new LinkedHashMap<>(reason.args());
        args.put("choice", "NOT_IN_FORCE_HERE");
        return new TieView.Reason(reason.code(), reason.phrase(), args);
    }

    static TieView.Reason untied(TieQuestion question, List<String> passedOver) {
        TieReasonCode code =
                passedOver.isEmpty() ? TieReasonCode.NO_PLAN_FOR_PLACE_AND_DAY : TieReasonCode.NO_TASK_ACCEPTS;
        Map<String, String> args = about(question);
        args.put("day", question.day().toString());
        if (!passedOver.isEmpty()) {
            args.put("passedOver", String.join("; ", passedOver));
        }
        return new TieView.Reason(code.name(), null, args);
    }

    private static Map<String, String> about(TieQuestion question) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("subject", question.subject().name());
        args.put("author", question.author().name());
        if (question.visit() != null) {
            args.put("visit", question.visit().name());
        }
        return args;
    }

    private static void describe(TieQuestion question, TieFit fit, Map<String, String> args) {
        args.put("who", fit.standing().name());
        if (fit.whoWords() != null) {
            args.put("whoWords", fit.whoWords());
        }
        if (fit.standing() == TieFit.Standing.OTHERS) {
            args.put("named", names(fit.by().authors()));
        }
        if (fit.how() > 0) {
            args.put("visitNamed", "YES");
        }
        if (fit.by().record() != question.subject()) {
            args.put("found", fit.by().record().name());
        }
    }

    private static String names(Iterable<? extends Enum<?>> codes) {
        TreeSet<String> names = new TreeSet<>();
        for (Enum<?> code : codes) {
            names.add(code.name());
        }
        return String.join(",", names);
    }

    private static TieReasonCode code(TieQuestion question, TieFit fit) {
        if (fit.by().record() != question.subject()) {
            return TieReasonCode.NAMES_WHAT_WAS_FOUND;
        }
        if (!fit.task().content().contains(fit.by().phrase())
                && quotedFrom(fit.task().products(), fit.by().phrase())) {
            return TieReasonCode.IS_ITS_PRODUCT;
        }
        return switch (fit.by().degree()) {
            case NAMED -> TieReasonCode.NAMES_WHAT_WAS_CHECKED;
            case NEAR -> TieReasonCode.NEAR_WHAT_WAS_CHECKED;
            case GENERAL -> TieReasonCode.SPEAKS_OF_SUPERVISION;
        };
    }

    private static boolean quotedFrom(List<String> products, String phrase) {
        for (String product : products) {
            if (product.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
