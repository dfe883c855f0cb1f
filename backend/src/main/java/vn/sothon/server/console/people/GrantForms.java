package vn.sothon.server.console.people;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.ledger.Ledger;

/** The part of a form that says which role is granted, where, and how long. */
@Singleton
public class GrantForms {
    private static final List<String> ASSOCIATIONS = List.of("11", "12", "13", "14");
    private final Reach reach;
    private final Texts texts;

    GrantForms(Reach reach, Texts texts) {
        this.reach = reach;
        this.texts = texts;
    }

    public record Choices(List<Choice> roles, List<Choice> places, List<Choice> associations) {}

    Choices choices(HttpRequest<?> request, Visitor visitor) {
        Locale locale = Looking.locale(request);
        List<Choice> roles = reach.grantable(visitor).stream()
                .map(role -> new Choice(role.name(), texts.say(locale, "role." + role)))
                .toList();
        List<Choice> places = new ArrayList<>();
        if (visitor.areaCode().equals(Ledger.COUNTRY)) {
            places.add(new Choice(Ledger.COUNTRY, texts.say(locale, "people.country")));
        }
        reach.places(visitor)
                .forEach(area -> places.add(new Choice(
                        area.code(),
                        (area.kind() == AreaKind.VILLAGE ? "\u2003" : "") + area.name() + " (" + area.code() + ")")));
        List<Choice> associations = new ArrayList<>();
        associations.add(new Choice("", texts.say(locale, "people.none")));
        ASSOCIATIONS.forEach(
                code -> associations.add(new Choice(code, texts.say(locale, "people.association." + code))));
        return new Choices(roles, places, associations);
    }

    /** The grant typed; absent if something is wrong with it, which then stands in the form. */
    Optional<Grant> read(Form form, Visitor visitor) {
        ActingRole role = form.choice("role", ActingRole.class).orElse(null);
        String place = form.required("place", 20);
        String group = form.optional("group", 20);
        String association = form.optional("association", 2);
        LocalDate from = form.day("from").orElse(visitor.today());
        LocalDate to = form.day("to").orElse(null);
        if (association != null && !ASSOCIATIONS.contains(association)) {
            form.refuse("association", "form.not-one-of-these");
        }
        if (role == null || !form.isGood()) {
            return Optional.empty();
        }
        Grant grant = new Grant(
                role,
                place,
                role == ActingRole.GROUP_LEADER ? group : null,
                role == ActingRole.ASSOCIATION_OFFICER ? association : null,
                from,
                to);
        if (!reach.mayGrant(visitor, grant)) {
            form.refuse("place", "people.out-of-reach");
            return Optional.empty();
        }
        return Optional.of(grant);
    }

    /** Puts what the rules of grants say at the field it is about. */
    static void refuse(Form form, AdminRefused refusal) {
        switch (refusal.code()) {
            case "WRONG_KIND", "UNKNOWN_AREA" -> form.refuse("place", "people.wrong-place");
            case "GROUP_CODE" -> form.refuse("group", "people.group-needed");
            case "ASSOCIATION" -> form.refuse("association", "people.association-needed");
            case "DAYS" -> form.refuse("to", "people.ends-before");
            case "NAME_MISSING" -> form.refuse("name", "form.required");
            default -> throw refusal;
        }
    }
}
