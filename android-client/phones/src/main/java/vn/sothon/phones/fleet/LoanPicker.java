package vn.sothon.phones.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;

/** Chooses whom to visit: open loans this phone was given and has not checked, group after group. */
final class LoanPicker {
    private final Phone phone;

    LoanPicker(Phone phone) {
        this.phone = phone;
    }

    /** At most so many loans, those of one group together. */
    List<Views.Loan> pick(int count, RandomGenerator random) {
        Set<UUID> checked = checked();
        TreeMap<String, List<Views.Loan>> byGroup = new TreeMap<>();
        for (Views.Loan loan : phone.workList().loans()) {
            if ("OPEN".equals(loan.status()) && !checked.contains(loan.id())) {
                String group = loan.groupCode() == null ? "" : loan.groupCode();
                byGroup.computeIfAbsent(group, code -> new ArrayList<>()).add(loan);
            }
        }
        List<List<Views.Loan>> groups = new ArrayList<>(byGroup.values());
        int first = groups.isEmpty() ? 0 : random.nextInt(groups.size());
        List<Views.Loan> picked = new ArrayList<>();
        for (int i = 0; i < groups.size() && picked.size() < count; i++) {
            List<Views.Loan> group = groups.get((first + i) % groups.size());
            group.sort(Comparator.comparing(Views.Loan::number));
            picked.addAll(group.subList(0, Math.min(group.size(), count - picked.size())));
        }
        return picked;
    }

    private Set<UUID> checked() {
        Set<UUID> checked = new HashSet<>();
        for (BookedRecord record : phone.store().book().all()) {
            if (record.kind() == RecordKind.LOAN_USE_CHECK) {
                UUID loanId = ReadItem.trusted(record.item()).body().loanId();
                if (loanId != null) {
                    checked.add(loanId);
                }
            }
        }
        return checked;
    }
}
