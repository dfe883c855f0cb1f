package vn.sothon.server.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Changes the language of the pages. */
@Hidden
@Controller("/language")
final class LanguageController {

    @Get("/{language}")
    HttpResponse<String> use(String language, @QueryValue @Nullable String to) {
        Cookie cookie = Cookie.of(Looking.LANGUAGE, language.equals("en") ? "en" : "vi")
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite(SameSite.Lax);
        return Pages.to(Inside.path(to)).cookie(cookie);
    }
}
