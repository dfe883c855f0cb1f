package vn.sothon.server.console.session;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.platform.http.Refusal;

/** Behind links that work once: a password is set, or the first administrator says who he is. */
@Hidden
@Controller("/")
@InSection(Section.DOOR)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WelcomeController {
    private final Accounts accounts;
    private final FirstAdministrator first;
    private final Pages pages;

    WelcomeController(Accounts accounts, FirstAdministrator first, Pages pages) {
        this.accounts = accounts;
        this.first = first;
        this.pages = pages;
    }

    /**
     * A page behind a link.
     *
     * @param userName of the account; absent while the first administrator chooses one
     */
    public record Welcome(Form form, String action, @Nullable String userName) {}

    @Get("/welcome/{token}")
    HttpResponse<String> welcome(HttpRequest<?> request, String token) {
        Optional<Account> account = accounts.behind(token);
        if (account.isEmpty()) {
            throw ended();
        }
        return pages.show(
                request,
                "session/welcome",
                new Welcome(Form.empty(), "/welcome/" + token, account.get().userName()));
    }

    @Post(value = "/welcome/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> set(HttpRequest<?> request, String token, @Body Map<String, Object> posted) {
        Optional<Account> account = accounts.behind(token);
        if (account.isEmpty()) {
            throw ended();
        }
        Form form = Form.of(posted);
        String userName = account.get().userName();
        String password = NewPassword.read(form, userName);
        if (!form.isGood()) {
            return pages.refuse(
                    request, "session/welcome", new Welcome(withoutPasswords(form), "/welcome/" + token, userName));
        }
        boolean set = accounts.setPassword(token, account.get().personId(), password);
        if (!set) {
            throw ended();
        }
        return Pages.done("/sign-in", "done.password-set");
    }

    @Get("/first/{token}")
    HttpResponse<String> first(HttpRequest<?> request, String token) {
        if (!first.isUsable(token)) {
            throw ended();
        }
        return pages.show(request, "session/welcome", new Welcome(Form.empty(), "/first/" + token, null));
    }

    @Post(value = "/first/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> become(HttpRequest<?> request, String token, @Body Map<String, Object> posted) {
        if (!first.isUsable(token)) {
            throw ended();
        }
        Form form = Form.of(posted);
        String name = form.required("name", 100);
        String userName = form.required("userName", 60);
        if (!userName.isEmpty() && !Accounts.isUserName(userName)) {
            form.refuse("userName", "session.user-name-rule");
        } else if (accounts.isTaken(userName)) {
            form.refuse("userName", "session.user-name-taken");
        }
        String password = NewPassword.read(form, userName);
        if (!form.isGood()) {
            return pages.refuse(
                    request, "session/welcome", new Welcome(withoutPasswords(form), "/first/" + token, null));
        }
        if (!first.become(token, name, userName, password)) {
            throw ended();
        }
        return Pages.done("/sign-in", "done.password-set");
    }

    private static Form withoutPasswords(Form form) {
        return form.with("password", "").with("again", "");
    }

    private static Refusal ended() {
        return new Refusal(HttpStatus.NOT_FOUND, "LINK_ENDED");
    }
}
