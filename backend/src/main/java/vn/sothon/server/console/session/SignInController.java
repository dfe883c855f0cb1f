package vn.sothon.server.console.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Inside;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.QrPicture;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.platform.http.CallerAddress;
import vn.sothon.server.platform.http.Refusal;

/** The door: user name and password, then the code of an app where one is asked for. */
@Hidden
@Controller("/")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Pages pages;
    private final CallerAddress addresses;

    SignInController(SignIn signIn, Sessions sessions, Accounts accounts, Pages pages, CallerAddress addresses) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.pages = pages;
        this.addresses = addresses;
    }

    public record Door(Form form) {}

    /** The second step; with a picture and a secret while it is being set up. */
    public record Code(Form form, @Nullable QrPicture picture, @Nullable String secret) {}

    @InSection(Section.DOOR)
    @Get("/sign-in")
    HttpResponse<String> door(HttpRequest<?> request, @QueryValue @Nullable String to) {
        return pages.show(request, "session/sign-in", new Door(Form.empty().with("to", to)));
    }

    @InSection(Section.DOOR)
    @Post(value = "/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> enter(HttpRequest<?> request, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        String userName = form.required("userName", 60);
        String password = form.required("password", NewPassword.LONGEST);
        if (form.isGood()) {
            SignIn.Outcome outcome = signIn.withPassword(userName, password, addresses.of(request));
            if (outcome instanceof SignIn.Outcome.SignedIn in) {
                return welcomed(request, in.token(), form);
            }
            if (outcome instanceof SignIn.Outcome.HalfWay half) {
                return Pages.to("/sign-in/code?to=" + Inside.encoded(form.value("to")))
                        .cookie(Cookies.session(request, half.token()));
            }
            refuse(form, outcome, "password", "session.wrong");
        }
        form.with("password", "");
        return pages.refuse(request, "session/sign-in", new Door(form));
    }

    @InSection(Section.SECOND_FACTOR)
    @Get("/sign-in/code")
    HttpResponse<String> code(HttpRequest<?> request, @QueryValue @Nullable String to) {
        return pages.show(
                request, "session/code", codePage(request, Form.empty().with("to", to)));
    }

    @InSection(Section.SECOND_FACTOR)
    @Post(value = "/sign-in/code", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> enterCode(HttpRequest<?> request, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        String code = form.required("code", 10);
        if (form.isGood()) {
            SignIn.Outcome outcome = signIn.withCode(token(request), person(request), code, addresses.of(request));
            if (outcome instanceof SignIn.Outcome.SignedIn in) {
                return welcomed(request, in.token(), form);
            }
            refuse(form, outcome, "code", "session.code-wrong");
        }
        form.with("code", "");
        return pages.refuse(request, "session/code", codePage(request, form));
    }

    @InSection(Section.SECOND_FACTOR)
    @Post(value = "/sign-out", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> leave(HttpRequest<?> request) {
        sessions.end(token(request));
        return Pages.to("/sign-in?done=done.signed-out").cookie(Cookies.noSession(request));
    }

    static void refuse(Form form, SignIn.Outcome outcome, String field, String wrong) {
        if (outcome instanceof SignIn.Outcome.Wait wait) {
            form.refuse(field, "session.wait", minutes(wait.pause()));
        } else if (outcome instanceof SignIn.Outcome.NothingGranted) {
            form.refuse(field, "session.nothing-granted");
        } else {
            form.refuse(field, wrong);
        }
    }

    private static long minutes(Duration pause) {
        return Math.max(1, (pause.toSeconds() + 59) / 60);
    }

    private static HttpResponse<String> welcomed(HttpRequest<?> request, String token, Form form) {
        return Pages.to(Inside.path(form.value("to"))).cookie(Cookies.session(request, token));
    }

    private Code codePage(HttpRequest<?> request, Form form) {
        UUID person = person(request);
        Account account = accounts.of(person).orElseThrow();
        if (account.secondFactor()) {
            return new Code(form, null, null);
        }
        String secret = accounts.secretToTry(person);
        return new Code(form, QrPicture.of(otpAuth(account.userName(), secret)), secret);
    }

    private static String otpAuth(String userName, String secret) {
        return "otpauth://totp/" + Inside.encoded("So Thon:" + userName) + "?secret=" + secret + "&issuer=So%20Thon";
    }

    static UUID person(HttpRequest<?> request) {
        return UUID.fromString(request.getAttribute(SessionFilter.SESSION, SessionRow.class)
                .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "FORM_EXPIRED"))
                .personId());
    }

    static String token(HttpRequest<?> request) {
        String token = Cookies.session(request);
        return token == null ? "" : token;
    }
}
