package vn.sothon.server.console.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.StepUp;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.session.Account;
import vn.sothon.server.console.session.Accounts;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.http.ServerAddress;

/** An administrator gives a person a way into the console; the password is known to its owner alone. */
@Hidden
@Controller("/people/{id}/account")
@InSection(Section.PEOPLE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountsController {
    private final Reach reach;
    private final Accounts accounts;
    private final ServerAddress address;
    private final AccessLog log;
    private final Pages pages;

    AccountsController(Reach reach, Accounts accounts, ServerAddress address, AccessLog log, Pages pages) {
        this.reach = reach;
        this.accounts = accounts;
        this.address = address;
        this.log = log;
        this.pages = pages;
    }

    public record One(Person person, @Nullable Account account, Form form) {}

    public record Link(Person person, String link) {}

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id) {
        Person person = person(visitor, id);
        Form form = Form.empty().with("userName", suggested(person));
        return pages.show(request, "people/account", page(person, form));
    }

    @Post(value = "/open", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> open(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        Person person = person(visitor, id);
        HttpResponse<String> first = StepUp.before(visitor, path(id)).orElse(null);
        if (first != null) {
            return first;
        }
        Form form = Form.of(posted);
        String userName = form.required("userName", 60);
        if (form.isGood()) {
            try {
                accounts.open(id, userName);
                return link(request, visitor, person);
            } catch (AdminRefused e) {
                form.refuse(
                        "userName",
                        e.code().equals("USER_NAME_TAKEN") ? "session.user-name-taken" : "session.user-name-rule");
            }
        }
        return pages.refuse(request, "people/account", page(person, form));
    }

    @Post(value = "/link", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> again(HttpRequest<?> request, Visitor visitor, UUID id) {
        Person person = person(visitor, id);
        HttpResponse<String> first = StepUp.before(visitor, path(id)).orElse(null);
        return first != null ? first : link(request, visitor, person);
    }

    @Post(value = "/reset-code", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> resetCode(Visitor visitor, UUID id) {
        person(visitor, id);
        HttpResponse<String> first = StepUp.before(visitor, path(id)).orElse(null);
        if (first != null) {
            return first;
        }
        if (!id.equals(visitor.personId())) {
            accounts.dropSecondFactor(id);
            log.changed(visitor, Kind.ACCOUNT, id);
        }
        return Pages.done(path(id), "done.code-reset");
    }

    @Post(value = "/close", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> close(Visitor visitor, UUID id) {
        person(visitor, id);
        HttpResponse<String> first = StepUp.before(visitor, path(id)).orElse(null);
        if (first != null) {
            return first;
        }
        accounts.close(id);
        log.changed(visitor, Kind.ACCOUNT, id);
        return Pages.done(path(id), "done.account-closed");
    }

    private HttpResponse<String> link(HttpRequest<?> request, Visitor visitor, Person person) {
        String path = accounts.passwordLink(person.id());
        log.changed(visitor, Kind.ACCOUNT, person.id());
        return pages.show(request, "people/link", new Link(person, address.url() + path));
    }

    private Person person(Visitor visitor, UUID id) {
        if (visitor.role() != ActingRole.ADMINISTRATOR) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
        return reach.person(visitor, id);
    }

    private One page(Person person, Form form) {
        Account account = accounts.of(person.id()).orElse(null);
        return new One(person, Account.isAbsent(account) ? null : account, form);
    }

    private static String suggested(Person person) {
        return SearchName.of(person.name()).replace(' ', '.');
    }

    private static String path(UUID id) {
        return "/people/" + id + "/account";
    }
}
