package vn.sothon.app.ui.today;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.task.DueWork;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;

/**
 * What the day's screen shows.
 *
 * @param found cards in order
 * @param groups to choose from; shown when there is more than one
 * @param unsent sealed records the server has not answered for
 * @param alerts open ones
 * @param empty nothing was ever pulled
 * @param villageName the only one shown; null: all
 * @param roleToChange worked in now, where there are several; else null
 */
record TodayState(
        int late,
        int soon,
        int later,
        List<DueWork.Card> found,
        List<Views.Group> groups,
        @Nullable String chosenGroup,
        int unsent,
        int alerts,
        boolean empty,
        @Nullable String villageName,
        @Nullable ActingRole roleToChange) {}
