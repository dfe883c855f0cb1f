package vn.sothon.client.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.session.ChosenOffice;
import vn.sothon.client.session.Session;
import vn.sothon.client.session.Sessions;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Contact;
import vn.sothon.model.sync.Enrolment.Grant;

/** The offices of this phone's person: those of the enrolment, corrected by what the server has told since. */
public final class Offices {
    private final Sessions sessions;
    private final ChosenOffice chosen;
    private final WorkList work;
    private final Supplier<LocalDate> today;

    public Offices(Sessions sessions, ChosenOffice chosen, WorkList work, Supplier<LocalDate> today) {
        this.sessions = sessions;
        this.chosen = chosen;
        this.work = work;
        this.today = today;
    }

    /** Those in force today. */
    public List<Grant> held() {
        LocalDate day = today.get();
        List<Grant> held = new ArrayList<>();
        for (Grant grant : known()) {
            if (!day.isBefore(grant.from()) && (grant.to() == null || !day.isAfter(grant.to()))) {
                held.add(grant);
            }
        }
        return held;
    }

    /** The roles held today. */
    public Set<ActingRole> roles() {
        Set<ActingRole> roles = EnumSet.noneOf(ActingRole.class);
        held().forEach(grant -> roles.add(grant.role()));
        return roles;
    }

    /** In which role the person works now: the chosen one while it is held, else the first; empty without any. */
    public Optional<ActingRole> acting() {
        ActingRole wanted = chosen.role();
        List<Grant> held = held();
        if (wanted != null && held.stream().anyMatch(grant -> grant.role() == wanted)) {
            return Optional.of(wanted);
        }
        return held.stream().map(Grant::role).findFirst();
    }

    /** Whether somebody with several roles has not said yet in which one he works. */
    public boolean mustChoose() {
        Set<ActingRole> roles = roles();
        ActingRole wanted = chosen.role();
        return roles.size() > 1 && (wanted == null || !roles.contains(wanted));
    }

    public void choose(ActingRole role) {
        chosen.choose(role);
    }

    /** An office in that role; null: in the one worked in now. */
    public Optional<Grant> office(@Nullable ActingRole role) {
        Optional<ActingRole> wanted = role == null ? acting() : Optional.of(role);
        return held().stream()
                .filter(grant -> wanted.isPresent() && grant.role() == wanted.get())
                .findFirst();
    }

    private List<Grant> known() {
        Optional<Session> session = sessions.current();
        if (!session.isPresent()) {
            return List.of();
        }
        Optional<Contact> told = work.contact(session.get().person().id());
        if (!told.isPresent()) {
            return session.get().grants();
        }
        // A contact speaks for its commune alone; what was granted elsewhere stands as it was at the enrolment.
        List<Grant> known = new ArrayList<>(told.get().grants());
        Set<String> spokenFor = new HashSet<>();
        known.forEach(grant -> spokenFor.add(commune(grant.areaCode())));
        for (Grant grant : session.get().grants()) {
            if (!spokenFor.contains(commune(grant.areaCode()))) {
                known.add(grant);
            }
        }
        return known;
    }

    private String commune(String areaCode) {
        for (Views.Village village : work.villages()) {
            if (village.code().equals(areaCode)) {
                return village.communeCode();
            }
        }
        return areaCode;
    }
}
