package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;

/**
 * Minutes of a check or of monitoring, on the form {@link Form} names.
 *
 * @param subject what was looked at; decides the plan task together with author and visit
 * @param team inspection team, head first
 * @param groupFigures part I of 16/TD
 * @param checklist part II of 16/TD
 * @param workAreas the four areas of 02/BB, each with result and shortcoming
 * @param unitOpinion opinion of the inspected unit (02/BB)
 * @param sheetsAttached number of 06 sheets attached (16/TD)
 */
public record MonitoringMinutes(
        @JsonProperty(value = "form", required = true) Form form,
        @JsonProperty(value = "subject", required = true) RecordSubject subject,
        @JsonProperty("visit") @Nullable VisitKind visit,
        @JsonProperty("startedAt") @Nullable Instant startedAt,
        @JsonProperty("endedAt") @Nullable Instant endedAt,
        @JsonProperty("place") @Nullable String place,
        @JsonProperty("team") List<Inspector> team,
        @JsonProperty("participants") List<Inspector> participants,
        @JsonProperty("groupLeader") @Nullable String groupLeader,
        @JsonProperty("groupDeputy") @Nullable String groupDeputy,
        @JsonProperty("groupFigures") @Nullable GroupFigures groupFigures,
        @JsonProperty("checklist") List<ChecklistAnswer> checklist,
        @JsonProperty("workAreas") List<WorkArea> workAreas,
        @JsonProperty("content") @Nullable String content,
        @JsonProperty("strengths") @Nullable String strengths,
        @JsonProperty("shortcomings") @Nullable String shortcomings,
        @JsonProperty("recommendations") List<Recommendation> recommendations,
        @JsonProperty("findings") List<Finding> findings,
        @JsonProperty("unitOpinion") @Nullable String unitOpinion,
        @JsonProperty("sheetsAttached") @Nullable Integer sheetsAttached,
        @JsonProperty("signatures") List<Signatory> signatures)
        implements Payload {

    /** Which paper the minutes become. */
    public enum Form {
        /** 16/TD, a group's activity. */
        GROUP_16TD,
        /** 02/BB, entrusted work of a commune's association. */
        ASSOCIATION_02BB,
        /** The generic minutes of Decree 30/2020, for village monitoring. */
        VILLAGE
    }

    /** A recommendation has its own phone-made id, so that it can be followed and closed. */
    public record Recommendation(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "text", required = true) String text,
            @JsonProperty("deadline") @Nullable LocalDate deadline,
            @JsonProperty("responsible") @Nullable String responsible) {}

    /** One of the areas of 02/BB. */
    public record WorkArea(
            @JsonProperty(value = "area", required = true) Area area,
            @JsonProperty("result") @Nullable String result,
            @JsonProperty("shortcoming") @Nullable String shortcoming) {

        /** The areas printed on 02/BB. */
        public enum Area {
            PROPAGANDA,
            SUPERVISION,
            TRAINING,
            COORDINATION
        }
    }

    public MonitoringMinutes {
        team = Lists.orEmpty(team);
        participants = Lists.orEmpty(participants);
        checklist = Lists.orEmpty(checklist);
        workAreas = Lists.orEmpty(workAreas);
        recommendations = Lists.orEmpty(recommendations);
        findings = Lists.orEmpty(findings);
        signatures = Lists.orEmpty(signatures);
    }
}
