package vn.sothon.server.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.plan.importer.ImportedPlan;

/**
 * One version of a plan as it is stored.
 *
 * @param id of this version, made from its file
 * @param revision grows with each change of this row
 * @param areaCode the commune or province it governs; a draft may not have one yet
 * @param term absent until it is published
 * @param document the reading with a person's corrections
 */
record StoredPlan(
        UUID id,
        long revision,
        PlanStatus status,
        @Nullable String areaCode,
        @Nullable Term term,
        Source source,
        ImportedPlan document) {

    /** The file it was read from. */
    record Source(String name, String sha256, Instant importedAt) {}

    /**
     * Its place among the versions of its line, and the days it governs.
     *
     * @param line the plan's own id over all versions
     * @param number from 1, in the order of publishing
     * @param to the last day it governs, before {@code from} when it governs none; absent while open
     * @param lastDay the day a person ended it with
     */
    record Term(
            UUID line,
            int number,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate lastDay,
            boolean takenBack,
            Instant publishedAt) {

        PlanLine.Version version() {
            return new PlanLine.Version(from, lastDay, takenBack);
        }

        Term until(@Nullable LocalDate day) {
            return new Term(line, number, from, day, lastDay, takenBack, publishedAt);
        }

        /** Ended by a person: with a last day, or taken back altogether. */
        Term ended(@Nullable LocalDate day) {
            return new Term(line, number, from, to, day, day == null, publishedAt);
        }

        boolean governsAnyDay() {
            return to == null || !to.isBefore(from);
        }
    }

    /** Governs nothing and may become anything: never published, or taken back. */
    boolean isDraft() {
        return status == PlanStatus.DRAFT || (status == PlanStatus.WITHDRAWN && (term == null || term.takenBack()));
    }

    StoredPlan changed(PlanStatus newStatus, @Nullable Term newTerm) {
        return new StoredPlan(id, revision + 1, newStatus, areaCode, newTerm, source, document);
    }

    StoredPlan forArea(String code) {
        return new StoredPlan(id, revision + 1, status, code, term, source, document);
    }

    StoredPlan reading(ImportedPlan corrected) {
        return new StoredPlan(id, revision + 1, status, areaCode, term, source, corrected);
    }

    /** What the log pins: the words, where they are in force, and when. */
    String hash(String documentJson) {
        String where = areaCode == null ? "" : areaCode;
        String when = term == null ? "/" : term.from() + "/" + (term.to() == null ? "" : term.to());
        return Seals.sha256(documentJson + "\n" + status + "\n" + where + "\n" + when);
    }
}
