package vn.sothon.model.rule;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.GroupFigures;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.MonitoringMinutes.Recommendation;
import vn.sothon.model.record.PaperOrigin;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Withdrawal;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.ItemTime;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.Seals;

/**
 * The rules inside one record: what its bytes alone show to be wrong, for ever. Runs on the phone before sealing and on
 * the server on arrival; nothing here depends on the server's state.
 */
public final class RecordValidation {
    /** Longest free text; keeps a form within its 64 KiB. */
    public static final int MAX_TEXT = 4000;

    private static final Pattern HEX_32 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern LOAN_NUMBER = Pattern.compile("[0-9]{16}");
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);
    private static final Set<String> MEDIA_TYPES =
            Set.of("image/jpeg", "image/png", "audio/mp4", "audio/aac", "application/pdf");
    private static final long MAX_ATTACHMENT = 10L << 20;

    private RecordValidation() {}

    /** All problems of a whole item; empty when it holds. */
    public static List<Problem> check(RecordKind kind, ItemHead head, ItemBody body, Payload payload) {
        Problems problems = new Problems();
        head(kind, head, problems);
        body(kind, head, body, problems);
        if (payload instanceof LoanUseCheck check) {
            loanUseCheck(body, check, problems);
        } else if (payload instanceof CheckSheet sheet) {
            SheetRules.check(sheet, problems);
            if (head.visitId() == null) {
                problems.add("visitId", "REQUIRED");
            }
        } else if (payload instanceof MonitoringMinutes minutes) {
            minutes(body, minutes, problems);
        } else if (payload instanceof Withdrawal withdrawal) {
            problems.require("payload.reason", withdrawal.reason());
        } else if (payload instanceof Act.ResolveAlert resolve) {
            problems.require("payload.note", resolve.note());
        } else if (payload instanceof Act.CloseRecommendation close) {
            problems.require("payload.note", close.note());
        } else if (payload instanceof Act.Retie retie) {
            problems.require("payload.reason", retie.reason());
        }
        return problems.found();
    }

    private static void head(RecordKind kind, ItemHead head, Problems problems) {
        if (head.v() != 1) {
            problems.add("v", "OUT_OF_RANGE");
        }
        if (head.formVersion() < 1) {
            problems.add("formVersion", "OUT_OF_RANGE");
        }
        problems.require("communeCode", head.communeCode());
        time(head.time(), problems);
        if (!Seals.isHash(head.bodyHash())) {
            problems.add("bodyHash", "MALFORMED");
        }
        if (head.id().equals(head.corrects())) {
            problems.add("corrects", "CYCLE");
        }
        if (head.corrects() != null && (kind.isAct() || kind == RecordKind.WITHDRAWAL)) {
            problems.add("corrects", "NOT_ALLOWED");
        }
    }

    private static void time(ItemTime time, Problems problems) {
        problems.inOurTimes("time.wall", time.wall());
        problems.notNegative("time.elapsedMs", time.elapsedMs());
        problems.notNegative("time.bootCount", time.bootCount());
        ItemTime.Anchor anchor = time.anchor();
        if (anchor != null) {
            problems.inOurTimes("time.anchor.serverTime", anchor.serverTime());
            problems.notNegative("time.anchor.elapsedMs", anchor.elapsedMs());
            problems.notNegative("time.anchor.bootCount", anchor.bootCount());
        }
    }

    private static void position(@Nullable Position position, Problems problems) {
        if (position == null) {
            return;
        }
        if (position.latitude().abs().compareTo(POLE) > 0) {
            problems.add("position.latitude", "OUT_OF_RANGE");
        }
        if (position.longitude().abs().compareTo(DATE_LINE) > 0) {
            problems.add("position.longitude", "OUT_OF_RANGE");
        }
        problems.notNegative("position.accuracyMetres", position.accuracyMetres());
    }

    private static void body(RecordKind kind, ItemHead head, ItemBody body, Problems problems) {
        if (!HEX_32.matcher(body.salt()).matches()) {
            problems.add("salt", "MALFORMED");
        }
        if (head.corrects() != null) {
            problems.require("reason", body.reason());
        }
        problems.atMost("reason", body.reason(), MAX_TEXT);
        if (body.loanNumber() != null && !LOAN_NUMBER.matcher(body.loanNumber()).matches()) {
            problems.add("loanNumber", "MALFORMED");
        }
        if (kind == RecordKind.LOAN_USE_CHECK && (body.loanId() == null) == (body.loanNumber() == null)) {
            problems.add("loanId", body.loanId() == null ? "REQUIRED" : "NOT_ALLOWED");
        }
        position(body.position(), problems);
        paper(body, problems);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < body.attachments().size(); i++) {
            attachment("attachments[" + i + "]", body.attachments().get(i), seen, problems);
        }
    }

    private static void paper(ItemBody body, Problems problems) {
        PaperOrigin paper = body.paper();
        if (paper == null) {
            return;
        }
        problems.require("paper.author", paper.author());
        problems.atMost("paper.author", paper.author(), MAX_TEXT);
        problems.atMost("paper.number", paper.number(), MAX_TEXT);
        problems.inOurTimes("paper.madeOn", paper.madeOn());
        if (body.attachments().stream().noneMatch(file -> file.role() == AttachmentRef.Role.SCAN)) {
            problems.add("attachments", "REQUIRED");
        }
    }

    private static void attachment(String field, AttachmentRef attachment, Set<String> seen, Problems problems) {
        if (!Seals.isHash(attachment.sha256())) {
            problems.add(field + ".sha256", "MALFORMED");
        } else if (!seen.add(attachment.sha256())) {
            problems.add(field + ".sha256", "REPEATED");
        }
        if (!MEDIA_TYPES.contains(attachment.mediaType())) {
            problems.add(field + ".mediaType", "UNKNOWN_VALUE");
        }
        if (attachment.bytes() < 1 || attachment.bytes() > MAX_ATTACHMENT) {
            problems.add(field + ".bytes", "OUT_OF_RANGE");
        }
    }

    private static void loanUseCheck(ItemBody body, LoanUseCheck check, Problems problems) {
        String p = "payload.";
        problems.notNegative(p + "reallyReceived", check.reallyReceived());
        problems.notNegative(p + "realOutstanding", check.realOutstanding());
        problems.notNegative(p + "properAmount", check.properAmount());
        problems.notNegative(p + "misusedAmount", check.misusedAmount());
        problems.notNegative(p + "interestOwed", check.interestOwed());
        problems.notNegative(p + "savingsBalance", check.savingsBalance());
        problems.atMost(p + "usedFor", check.usedFor(), MAX_TEXT);
        problems.atMost(p + "effect", check.effect(), MAX_TEXT);
        problems.atMost(p + "note", check.note(), MAX_TEXT);
        findings(check.findings(), problems);
        if (check.outcome() != Outcome.CHECKED) {
            // Nobody was seen, so no sum can have been found.
            problems.notAllowed(p + "reallyReceived", check.reallyReceived());
            problems.notAllowed(p + "properAmount", check.properAmount());
            problems.notAllowed(p + "misusedAmount", check.misusedAmount());
            return;
        }
        problems.require(p + "reallyReceived", check.reallyReceived());
        problems.require(p + "properAmount", check.properAmount());
        problems.require(p + "misusedAmount", check.misusedAmount());
        problems.require(p + "usedFor", check.usedFor());
        if (check.reallyReceived() != null && check.properAmount() != null && check.misusedAmount() != null) {
            if (check.properAmount() + check.misusedAmount() != check.reallyReceived()) {
                problems.add(p + "misusedAmount", "PROPER_AND_MISUSED_MUST_ADD_UP");
            }
            Long disbursed = body.seen() == null ? null : body.seen().disbursed();
            if (disbursed != null && check.reallyReceived() > disbursed) {
                problems.add(p + "reallyReceived", "MORE_THAN_DISBURSED");
            }
        }
    }

    private static void minutes(ItemBody body, MonitoringMinutes minutes, Problems problems) {
        String p = "payload.";
        if (minutes.form() == MonitoringMinutes.Form.GROUP_16TD) {
            problems.require("groupCode", body.groupCode());
        }
        if (minutes.startedAt() != null
                && minutes.endedAt() != null
                && minutes.endedAt().isBefore(minutes.startedAt())) {
            problems.add(p + "endedAt", "BEFORE_START");
        }
        problems.inOurTimes(p + "startedAt", minutes.startedAt());
        problems.inOurTimes(p + "endedAt", minutes.endedAt());
        problems.notNegative(p + "sheetsAttached", minutes.sheetsAttached());
        figures(minutes.groupFigures(), problems);
        Set<Object> ids = new HashSet<>();
        for (int i = 0; i < minutes.recommendations().size(); i++) {
            Recommendation recommendation = minutes.recommendations().get(i);
            String field = p + "recommendations[" + i + "]";
            problems.require(field + ".text", recommendation.text());
            problems.inOurTimes(field + ".deadline", recommendation.deadline());
            if (minutes.form() == MonitoringMinutes.Form.ASSOCIATION_02BB) {
                problems.require(field + ".deadline", recommendation.deadline());
            }
            if (!ids.add(recommendation.id())) {
                problems.add(field + ".id", "REPEATED");
            }
        }
        findings(minutes.findings(), problems);
    }

    private static void figures(@Nullable GroupFigures figures, Problems problems) {
        if (figures == null) {
            return;
        }
        String p = "payload.groupFigures.";
        problems.notNegative(p + "outstanding", figures.outstanding());
        problems.notNegative(p + "members", figures.members());
        problems.notNegative(p + "overdue", figures.overdue());
        problems.notNegative(p + "frozen", figures.frozen());
        problems.notNegative(p + "interestArrears", figures.interestArrears());
        problems.notNegative(p + "savings", figures.savings());
    }

    private static void findings(List<Finding> findings, Problems problems) {
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            String field = "payload.findings[" + i + "]";
            Integer damage = finding.damagePercent();
            if (damage != null && (damage < 0 || damage > 100)) {
                problems.add(field + ".damagePercent", "OUT_OF_RANGE");
            }
            if (finding.code() == FindingCode.OBJECTIVE_RISK) {
                problems.require(field + ".cause", finding.cause());
            } else if (finding.cause() != null || damage != null) {
                problems.add(field + ".cause", "NOT_ALLOWED");
            }
        }
    }
}
