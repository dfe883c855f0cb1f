package vn.sothon.app.ui.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Finding.ObjectiveCause;
import vn.sothon.model.record.FindingCode;

/**
 * What was found, as far as it is said: at most one finding of each code.
 *
 * @param cause of {@link FindingCode#OBJECTIVE_RISK}
 * @param damage per cent, of {@link FindingCode#OBJECTIVE_RISK}
 * @param damageAsked whether that was answered, if only with "not known"
 * @param other what {@link FindingCode#OTHER} is
 */
public record Findings(
        Set<FindingCode> codes,
        @Nullable ObjectiveCause cause,
        @Nullable Integer damage,
        boolean damageAsked,
        @Nullable String other) {
    private static final String CODE = "code";
    private static final String CAUSE = "cause";
    private static final String DAMAGE = "damagePercent";
    private static final String NOTE = "note";

    public static final Findings NONE = new Findings(EnumSet.noneOf(FindingCode.class), null, null, false, null);

    /** From a draft's list, which may be missing. */
    public static Findings read(JsonNode list) {
        Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
        Findings read = NONE;
        for (JsonNode each : list) {
            FindingCode code = FindingCode.valueOf(each.path(CODE).asText());
            codes.add(code);
            if (code == FindingCode.OBJECTIVE_RISK) {
                String cause = each.path(CAUSE).asText(null);
                read = new Findings(
                        codes,
                        cause == null ? null : ObjectiveCause.valueOf(cause),
                        each.path(DAMAGE).isInt() ? (Integer) each.path(DAMAGE).asInt() : null,
                        each.has(DAMAGE),
                        read.other());
            } else if (code == FindingCode.OTHER) {
                read = new Findings(
                        codes,
                        read.cause(),
                        read.damage(),
                        read.damageAsked(),
                        each.path(NOTE).asText(null));
            }
        }
        return new Findings(codes, read.cause(), read.damage(), read.damageAsked(), read.other());
    }

    public ArrayNode write() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (FindingCode code : codes) {
            ObjectNode each = list.addObject().put(CODE, code.name());
            if (code == FindingCode.OBJECTIVE_RISK) {
                if (cause != null) {
                    each.put(CAUSE, cause.name());
                }
                if (damageAsked) {
                    each.put(DAMAGE, damage);
                }
            } else if (code == FindingCode.OTHER && other != null) {
                each.put(NOTE, other);
            }
        }
        return list;
    }

    /** Where this code stands among those that are written, for a problem to name it. */
    public int place(FindingCode code) {
        int place = 0;
        for (FindingCode each : codes) {
            if (each == code) {
                return place;
            }
            place++;
        }
        return -1;
    }

    public boolean has(FindingCode code) {
        return codes.contains(code);
    }

    public Findings with(Set<FindingCode> said) {
        Set<FindingCode> copy = EnumSet.noneOf(FindingCode.class);
        copy.addAll(said);
        return new Findings(copy, cause, damage, damageAsked, other);
    }

    /** With this code if it was without, and the other way round. */
    public Findings turned(FindingCode code) {
        Set<FindingCode> turned = EnumSet.noneOf(FindingCode.class);
        turned.addAll(codes);
        if (!turned.remove(code)) {
            turned.add(code);
        }
        return with(turned);
    }

    public Findings withCause(ObjectiveCause said) {
        return new Findings(codes, said, damage, damageAsked, other);
    }

    /** In per cent; null: nobody can tell yet. */
    public Findings withDamage(@Nullable Integer said) {
        return new Findings(codes, cause, said, true, other);
    }

    public Findings withOther(String said) {
        return new Findings(codes, cause, damage, damageAsked, said.trim().isEmpty() ? null : said.trim());
    }
}
