package vn.sothon.server.console.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Inside;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.platform.http.CallerAddress;

/** One's own account: password, role of the moment, and the password once more before grave acts. */
@Hidden
@Controller("/account")
@InSection(Section.SELF)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Pages pages;
    private final CallerAddress addresses;

    AccountController(Accounts accounts, Sessions sessions, SignIn signIn, Pages pages, CallerAddress addresses) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.pages = pages;
        this.addresses = addresses;
    }

    public record Own(Account account, Form form) {}

    public record Confirm(String userName, Form form) {}

    @Get
    HttpResponse<String> own(HttpRequest<?> request, Visitor visitor) {
        return pages.show(request, "session/account", own(visitor, Form.empty()));
    }

    @Post(value = "/password", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> password(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        Own page = own(visitor, form);
        String present = form.required("present", NewPassword.LONGEST);
        String password = NewPassword.read(form, page.account().userName());
        if (form.isGood()) {
            SignIn.Outcome outcome = again(request, visitor, present);
            if (outcome instanceof SignIn.Outcome.SignedIn) {
                accounts.setPassword(visitor.personId(), password);
                return Pages.done("/sign-in", "done.password-set");
            }
            SignInController.refuse(form, outcome, "present", "session.password-wrong");
        }
        form.with("present", "").with("password", "").with("again", "");
        return pages.refuse(request, "session/account", page);
    }

    @Post(value = "/role", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> act(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        String wanted = Form.of(posted).value("grant");
        visitor.choices().stream()
                .map(held -> held.id())
                .filter(id -> id.toString().equals(wanted))
                .findFirst()
                .ifPresent(id -> sessions.actAs(SignInController.token(request), id));
        return Pages.to("/");
    }

    @Get("/confirm")
    HttpResponse<String> confirm(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String to) {
        return pages.show(
                request, "session/confirm", confirm(visitor, Form.empty().with("to", to)));
    }

    @Post(value = "/confirm", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> confirmed(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        String password = form.required("password", NewPassword.LONGEST);
        if (form.isGood()) {
            SignIn.Outcome outcome = again(request, visitor, password);
            if (outcome instanceof SignIn.Outcome.SignedIn) {
                return Pages.done(Inside.path(form.value("to")), "done.confirmed");
            }
            SignInController.refuse(form, outcome, "password", "session.password-wrong");
        }
        form.with("password", "");
        return pages.refuse(request, "session/confirm", confirm(visitor, form));
    }

    private SignIn.Outcome again(HttpRequest<?> request, Visitor visitor, String password) {
        return signIn.again(SignInController.token(request), visitor.personId(), password, addresses.of(request));
    }

    private Confirm confirm(Visitor visitor, Form form) {
        return new Confirm(accounts.of(visitor.personId()).orElseThrow().userName(), form);
    }

    private Own own(Visitor visitor, Form form) {
        UUID person = visitor.personId();
        return new Own(accounts.of(person).orElseThrow(), form);
    }
}
