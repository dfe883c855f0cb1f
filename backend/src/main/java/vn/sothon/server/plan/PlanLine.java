package vn.sothon.server.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid5;
import vn.sothon.model.rule.FoldedText;

/**
 * The versions of one plan, oldest first, and which of them governs which days. Every id of a plan is derived here:
 *
 * <ul>
 *   <li>a version: from the SHA-256 of its file, so that the same file is never two plans;
 *   <li>the line, which is the plan's own id for phones and ties: from area, issuer and title of its first version,
 *       without marks, case and punctuation;
 *   <li>a task: from the line and its key when it first appears. A later version's task that is recognised as the same
 *       keeps the id, also under another key; another task under a key already used takes its words into its id.
 * </ul>
 */
record PlanLine(List<Version> versions) {
    private static final UUID VERSIONS = UUID.fromString("7b0e3c52-5d0f-4a53-9d0b-6f5d0d6f9a01");
    private static final UUID LINES = UUID.fromString("7b0e3c52-5d0f-4a53-9d0b-6f5d0d6f9a02");

    PlanLine {
        versions = List.copyOf(versions);
    }

    /**
     * One version.
     *
     * @param lastDay the day a person ended it with
     * @param takenBack it governs nothing
     */
    record Version(LocalDate from, @Nullable LocalDate lastDay, boolean takenBack) {}

    /**
     * How a version stands among the others.
     *
     * @param to the last day it governs, before {@code from} when it governs none; absent while open
     */
    record Standing(PlanStatus status, @Nullable LocalDate to) {}

    /** How each version stands, in the same order: a later one ends all earlier ones with the day before it begins. */
    List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            standings.add(standing(i));
        }
        return standings;
    }

    private Standing standing(int i) {
        Version version = versions.get(i);
        if (version.takenBack()) {
            return new Standing(PlanStatus.WITHDRAWN, version.from().minusDays(1));
        }
        LocalDate to = version.lastDay();
        boolean replaced = false;
        for (Version later : versions.subList(i + 1, versions.size())) {
            if (!later.takenBack()) {
                replaced = true;
                LocalDate before = later.from().minusDays(1);
                to = to == null || before.isBefore(to) ? before : to;
            }
        }
        if (replaced) {
            return new Standing(PlanStatus.REPLACED, to);
        }
        return new Standing(version.lastDay() == null ? PlanStatus.PUBLISHED : PlanStatus.WITHDRAWN, to);
    }

    static UUID versionId(String sourceSha256) {
        return Uuid5.of(VERSIONS, sourceSha256);
    }

    static UUID id(String areaCode, String issuer, String title) {
        return Uuid5.of(LINES, areaCode + "\n" + bare(issuer) + "\n" + bare(title));
    }

    static UUID taskId(UUID line, String key) {
        return Uuid5.of(line, key);
    }

    static UUID taskId(UUID line, String key, String content) {
        return Uuid5.of(line, key + "\n" + bare(content));
    }

    /** The words alone: what must be equal for two texts to be the same text. */
    static String bare(String text) {
        return FoldedText.words(text).replace(" .", "").replace(" ;", "").trim();
    }
}
