package vn.sothon.server.alert.rule;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.record.ChecklistAnswer;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.Payload;

/** What one record says that somebody must know. Pure: the same record gives the same answer. */
public final class RecordRules {
    private RecordRules() {}

    /**
     * The rules a record meets, each with what its sentence names.
     *
     * @param disbursed what was paid out for the loan, in đồng, where it is known
     */
    public static Map<AlertRule, Map<String, String>> met(Payload payload, @Nullable Long disbursed) {
        Map<AlertRule, Map<String, String>> met = new EnumMap<>(AlertRule.class);
        if (payload instanceof LoanUseCheck check) {
            findings(check.findings(), met);
            money(check, disbursed, met);
            if (check.outcome() == LoanUseCheck.Outcome.MOVED_AWAY) {
                args(met, AlertRule.ABSCONDED);
            }
        } else if (payload instanceof MonitoringMinutes minutes) {
            findings(minutes.findings(), met);
            minutes.checklist().stream()
                    .filter(answer -> answer.answer() == ChecklistAnswer.Answer.YES)
                    .forEach(answer -> checklist(answer.item(), met));
        }
        return met;
    }

    /** Whether what was paid out matters to the answer at all. */
    public static boolean asksForDisbursed(Payload payload) {
        return payload instanceof LoanUseCheck check && check.reallyReceived() != null;
    }

    private static void money(LoanUseCheck check, @Nullable Long disbursed, Map<AlertRule, Map<String, String>> met) {
        Long received = check.reallyReceived();
        Long misused = check.misusedAmount();
        if (misused != null && misused > 0) {
            Map<String, String> args = args(met, AlertRule.PURPOSE_MISUSED);
            args.put("misusedDong", misused.toString());
            if (received != null) {
                args.put("receivedDong", received.toString());
            }
        }
        if (received != null && disbursed != null && received < disbursed) {
            Map<String, String> args = args(met, AlertRule.RECEIVED_LESS);
            args.put("receivedDong", received.toString());
            args.put("disbursedDong", disbursed.toString());
        }
    }

    private static void findings(List<Finding> findings, Map<AlertRule, Map<String, String>> met) {
        for (Finding finding : findings) {
            AlertRule rule = rule(finding.code());
            if (rule == null) {
                continue;
            }
            Map<String, String> args = args(met, rule);
            if (rule == AlertRule.DEBT_AT_RISK) {
                risk(finding, args);
            }
        }
    }

    private static @Nullable AlertRule rule(FindingCode code) {
        return switch (code) {
            case MISUSE, PARTIAL_MISUSE -> AlertRule.PURPOSE_MISUSED;
            case NOT_FULLY_RECEIVED, PROXY_BORROWING -> AlertRule.RECEIVED_LESS;
            case MISAPPROPRIATION -> AlertRule.MISAPPROPRIATION;
            case ABSCONDED -> AlertRule.ABSCONDED;
            case OBJECTIVE_RISK, DECEASED_OR_MISSING -> AlertRule.DEBT_AT_RISK;
            default -> null;
        };
    }

    /** Of several risks, the one with the greatest damage is named. */
    private static void risk(Finding finding, Map<String, String> args) {
        int damage = finding.damagePercent() == null ? 0 : finding.damagePercent();
        if (args.containsKey("damagePercent") && Integer.parseInt(args.get("damagePercent")) >= damage) {
            return;
        }
        if (finding.code() == FindingCode.DECEASED_OR_MISSING) {
            args.put("cause", Finding.ObjectiveCause.DEATH_OR_MISSING.name());
        } else if (finding.cause() != null) {
            args.put("cause", finding.cause().name());
        }
        if (damage > 0) {
            args.put("damagePercent", Integer.toString(damage));
        }
    }

    private static void checklist(ChecklistAnswer.Item item, Map<AlertRule, Map<String, String>> met) {
        switch (item) {
            case MISAPPROPRIATION -> args(met, AlertRule.MISAPPROPRIATION);
            case PROXY_BORROWING -> args(met, AlertRule.RECEIVED_LESS);
            case ABSCONDED_BORROWERS -> args(met, AlertRule.ABSCONDED);
            default -> {}
        }
    }

    private static Map<String, String> args(Map<AlertRule, Map<String, String>> met, AlertRule rule) {
        return met.computeIfAbsent(rule, first -> new TreeMap<>());
    }
}
