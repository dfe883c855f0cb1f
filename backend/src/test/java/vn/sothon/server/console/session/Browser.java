package vn.sothon.server.console.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;

/** A browser without script, as far as tests need one: cookies, redirects, forms. */
public final class Browser {
    public static final String PASSWORD = "ba con trau di cay";

    private final RunningServer server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** What came back, after redirects. */
    public record Page(int status, URI uri, HttpResponse<byte[]> response, Document html) {
        public String text() {
            return html.text();
        }

        public String path() {
            return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        }

        /** What stands at a field that was refused. */
        public String faultAt(String field) {
            return html.select("#fault-" + field).text();
        }
    }

    public Browser(RunningServer server) {
        this.server = server;
    }

    /** Somebody with an account and a password set through its link, signed in; administrators with a code too. */
    public static Browser of(RunningServer server, Person person, String userName) {
        Accounts accounts = server.bean(Accounts.class);
        accounts.open(person.id(), userName);
        Browser browser = new Browser(server);
        Page welcome = browser.get(accounts.passwordLink(person.id()));
        browser.submit(welcome, "form[method=post]", Map.of("password", PASSWORD, "again", PASSWORD));
        browser.signIn(userName);
        return browser;
    }

    /** Signs in, through the second step where there is one. */
    public Page signIn(String userName) {
        Page after =
                submit(get("/sign-in"), "form[action=/sign-in]", Map.of("userName", userName, "password", PASSWORD));
        Element secret = after.html().getElementById("secret");
        return secret == null ? after : code(after, secret.text());
    }

    public Page code(Page asking, String secret) {
        Instant now = server.bean(ServerClock.class).now();
        return submit(asking, "form[action=/sign-in/code]", Map.of("code", Totp.codeAt(secret, now)));
    }

    /** Gives the password once more, as before a grave act. */
    public void confirm() {
        submit(get("/account/confirm"), "form[action=/account/confirm]", Map.of("password", PASSWORD));
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(server.address().resolve(path))
                .header("Accept", "text/html,*/*")
                .GET());
    }

    /** Sends a form of a page with what it holds already and what is typed here. */
    public Page submit(Page page, String form, Map<String, String> typed) {
        Element found = page.html().selectFirst(form);
        if (found == null) {
            throw new AssertionError("no " + form + " on " + page.uri() + ":\n" + page.html());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : found.select("input[name], textarea[name], select[name]")) {
            boolean off = List.of("checkbox", "radio").contains(field.attr("type")) && !field.hasAttr("checked");
            if (!off) {
                fields.put(field.attr("name"), valueOf(field));
            }
        }
        fields.putAll(typed);
        String action = found.hasAttr("action") ? found.attr("action") : page.path();
        return found.attr("method").equals("post") ? post(action, fields) : get(action + "?" + encoded(fields));
    }

    private static String valueOf(Element field) {
        if (field.tagName().equals("select")) {
            Element chosen = field.selectFirst("option[selected]");
            Element first = chosen == null ? field.selectFirst("option") : chosen;
            return first == null ? "" : first.attr("value");
        }
        return field.tagName().equals("textarea") ? field.wholeText() : field.attr("value");
    }

    public Page post(String path, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("Accept", "text/html,*/*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends a file as a form would, the hidden token first. */
    public Page upload(
            String path, String csrf, Map<String, String> fields, String field, String name, byte[] content) {
        String boundary = "----tests";
        StringBuilder head = new StringBuilder();
        part(head, boundary, "csrf", csrf);
        fields.forEach((key, value) -> part(head, boundary, key, value));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(HttpRequest.newBuilder(server.address().resolve(path))
                .header("Accept", "text/html,*/*")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        content,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    private static void part(StringBuilder out, String boundary, String name, String value) {
        out.append(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String html = new String(response.body(), StandardCharsets.UTF_8);
            return new Page(response.statusCode(), response.uri(), response, Jsoup.parse(html));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
