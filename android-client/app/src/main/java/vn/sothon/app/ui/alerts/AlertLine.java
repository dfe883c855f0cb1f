package vn.sothon.app.ui.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.model.loan.Views;

/**
 * An alert with the name that its row leaves out.
 *
 * @param about the borrower or the group; null where this phone knows neither
 */
record AlertLine(AlertItem item, @Nullable String about) {

    /** The inbox in its order; reading takes a moment and is not for the main thread. */
    static List<AlertLine> read(Phone phone) {
        Map<UUID, String> borrowers = new HashMap<>();
        for (Views.Loan loan : phone.workList().loans()) {
            borrowers.put(loan.id(), loan.borrowerName());
        }
        Map<String, String> groups = new HashMap<>();
        for (Views.Group group : phone.workList().groups()) {
            groups.put(group.code(), group.name());
        }
        List<AlertLine> lines = new ArrayList<>();
        for (AlertItem item : phone.alerts().all()) {
            UUID loan = item.view().loanId();
            String group = item.view().groupCode();
            String about = loan == null ? null : borrowers.get(loan);
            lines.add(new AlertLine(item, about == null && group != null ? groups.get(group) : about));
        }
        return lines;
    }
}
