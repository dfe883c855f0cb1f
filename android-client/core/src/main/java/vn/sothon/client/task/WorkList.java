package vn.sothon.client.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.loan.Views;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.model.sync.Contact;
import vn.sothon.model.sync.PhoneNumber;
import vn.sothon.model.sync.Pull;

/** The pulled rows with their meaning; a row this build cannot read is passed over. */
public final class WorkList {
    private final PulledRows rows;

    public WorkList(PulledRows rows) {
        this.rows = rows;
    }

    public List<Views.Loan> loans() {
        return read(Pull.Type.loan, Views.Loan.class);
    }

    public Optional<Views.Loan> loan(String number) {
        return loans().stream().filter(loan -> loan.number().equals(number)).findFirst();
    }

    public List<Views.Group> groups() {
        return read(Pull.Type.group, Views.Group.class);
    }

    public Optional<Views.Group> group(String code) {
        return groups().stream().filter(group -> group.code().equals(code)).findFirst();
    }

    public List<Views.Village> villages() {
        return read(Pull.Type.village, Views.Village.class);
    }

    public List<Views.Programme> programmes() {
        return read(Pull.Type.programme, Views.Programme.class);
    }

    public List<PlanTask> tasks() {
        return read(Pull.Type.planTask, PlanTask.class);
    }

    public List<Views.Obligation> obligations() {
        return read(Pull.Type.obligation, Views.Obligation.class);
    }

    /** Who holds which office where this phone sees it. */
    public List<Contact> contacts() {
        return read(Pull.Type.person, Contact.class);
    }

    public Optional<Contact> contact(UUID person) {
        return rows.find(Pull.Type.person.name(), person.toString()).flatMap(row -> read(row, Contact.class));
    }

    /** Where people are called, by their ids. */
    public Map<UUID, String> numbers() {
        Map<UUID, String> numbers = new HashMap<>();
        for (PhoneNumber one : read(Pull.Type.phoneNumber, PhoneNumber.class)) {
            numbers.put(one.id(), one.number());
        }
        return numbers;
    }

    /** The numbers checks go by on that day. */
    public CheckPolicy policy(LocalDate day) {
        CheckPolicy best = CheckPolicy.usualFrom(LocalDate.MIN);
        for (CheckPolicy policy : read(Pull.Type.policy, CheckPolicy.class)) {
            if (!policy.from().isAfter(day) && !policy.from().isBefore(best.from())) {
                best = policy;
            }
        }
        return best;
    }

    /** What the file says about the loan, as it is shown to the person and goes into the record. */
    public SeenLoan seen(Views.Loan loan) {
        String groupName = loan.groupCode() == null
                ? null
                : group(loan.groupCode()).map(Views.Group::name).orElse(null);
        return new SeenLoan(
                loan.borrowerName(),
                loan.programmeCode(),
                loan.disbursed(),
                loan.disbursedOn(),
                loan.outstanding(),
                loan.purpose(),
                groupName,
                loan.rosterPeriod());
    }

    private <T> List<T> read(Pull.Type type, Class<T> view) {
        List<T> found = new ArrayList<>();
        for (PulledRow row : rows.all(type.name())) {
            read(row, view).ifPresent(found::add);
        }
        return found;
    }

    private static <T> Optional<T> read(PulledRow row, Class<T> view) {
        try {
            return Optional.of(Json.tolerant(row.data(), view));
        } catch (JsonRefused e) {
            return Optional.empty();
        }
    }
}
