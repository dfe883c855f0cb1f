package vn.sothon.server.alert.rule;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.id.Uuid5;

/**
 * Something a rule noticed.
 *
 * @param matter what it is about, the same text whenever it is met: {@code loan …}, {@code group … 2026-W47}
 * @param severity where the rule's own is not enough
 * @param args what the sentence names; no names of people
 */
public record Noticed(
        AlertRule rule,
        String matter,
        @Nullable AlertSeverity severity,
        Place place,
        Refs refs,
        Map<String, String> args) {
    private static final UUID ALERTS = UUID.fromString("9d3f6f0e-52c1-5b8a-8a55-20f1f0e7c5a3");

    public Noticed {
        args = Map.copyOf(args);
    }

    /** Where it lies; the association is that of the group. */
    public record Place(
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            @Nullable String association) {}

    /**
     * What it refers to.
     *
     * @param personId the person it is about, where the matter is somebody's phone
     */
    public record Refs(
            @Nullable UUID recordId,
            @Nullable UUID loanId,
            @Nullable UUID personId,
            @Nullable UUID planTaskId,
            @Nullable String taskCode) {
        public static final Refs NONE = new Refs(null, null, null, null, null);

        public static Refs loan(UUID loanId) {
            return new Refs(null, loanId, null, null, null);
        }
    }

    /** The alert's id: the same rule and matter give the same, on every server. */
    public UUID alertId() {
        return alertId(rule, matter);
    }

    public static UUID alertId(AlertRule rule, String matter) {
        return Uuid5.of(ALERTS, rule.name() + "\n" + matter);
    }
}
