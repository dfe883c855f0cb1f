package vn.sothon.server.alert.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.sync.TieView;
import vn.sothon.server.loan.LoanLookup;
import vn.sothon.server.loan.LoanLookup.GroupPlace;
import vn.sothon.server.record.Recommendations;
import vn.sothon.server.tie.TieService;

/** Recommendations of minutes that nobody has followed by their deadline. */
@Singleton
final class LateRecommendations implements DailyRule {
    private final Recommendations recommendations;
    private final TieService ties;
    private final LoanLookup loans;

    LateRecommendations(Recommendations recommendations, TieService ties, LoanLookup loans) {
        this.recommendations = recommendations;
        this.ties = ties;
        this.loans = loans;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.RECOMMENDATION_LATE;
    }

    @Override
    public List<Noticed> met(Connection connection, Round round) throws SQLException {
        LocalDate before = round.day().minusDays(round.setting().threshold("daysAfter"));
        List<Noticed> noticed = new ArrayList<>();
        for (Recommendations.Late late : recommendations.lateOn(connection, round.communeCode(), before)) {
            Map<String, String> args = new TreeMap<>();
            args.put("dueDay", late.deadline().toString());
            String group = late.groupCode();
            Optional<GroupPlace> place = group == null ? Optional.empty() : loans.group(connection, group);
            if (group != null) {
                args.put("groupName", loans.groupName(connection, group).orElse(group));
            }
            TieView tie = ties.of(connection, late.recordId())
                    .flatMap(known -> Optional.ofNullable(known.tie()))
                    .orElse(null);
            if (tie != null) {
                args.put("taskCode", tie.taskCode());
                args.put("taskTitle", tie.taskTitle());
            }
            noticed.add(new Noticed(
                    rule(),
                    "recommendation " + late.id(),
                    null,
                    new Noticed.Place(
                            round.communeCode(),
                            late.villageCode(),
                            group,
                            place.map(GroupPlace::association).orElse(null)),
                    new Noticed.Refs(
                            late.recordId(),
                            null,
                            null,
                            tie == null ? null : tie.planTaskId(),
                            tie == null ? null : tie.taskCode()),
                    args));
        }
        return noticed;
    }
}
