package vn.sothon.server.console.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.ServerAddress;

/** Accounts at the server's terminal: where one gets in again when nobody can sign in. */
@Factory
final class AccountAdmin {
    private final Accounts accounts;
    private final FirstAdministrator first;
    private final PersonLookup people;
    private final ServerAddress address;

    AccountAdmin(Accounts accounts, FirstAdministrator first, PersonLookup people, ServerAddress address) {
        this.accounts = accounts;
        this.first = first;
        this.people = people;
        this.address = address;
    }

    @Singleton
    @Named("account.list")
    AdminCommand list() {
        return AdminCommand.of(
                "account.list",
                args -> Json.tree(accounts.all().stream()
                        .map(account -> entry(account, null))
                        .toList()));
    }

    @Singleton
    @Named("account.open")
    AdminCommand open() {
        return AdminCommand.of("account.open", args -> {
            Wanted wanted = Json.tolerant(args, Wanted.class);
            Person person = people.one(wanted.person());
            Account account = accounts.open(person.id(), wanted.userName() == null ? "" : wanted.userName());
            return Json.tree(entry(account, link(accounts.passwordLink(person.id()))));
        });
    }

    @Singleton
    @Named("account.password")
    AdminCommand password() {
        return AdminCommand.of("account.password", args -> {
            UUID person = wanted(args);
            String link = link(accounts.passwordLink(person));
            return Json.tree(entry(accounts.of(person).orElseThrow(), link));
        });
    }

    @Singleton
    @Named("account.reset-code")
    AdminCommand resetCode() {
        return AdminCommand.of("account.reset-code", args -> {
            UUID person = wanted(args);
            accounts.dropSecondFactor(person);
            return Json.tree(entry(require(person), null));
        });
    }

    @Singleton
    @Named("account.close")
    AdminCommand close() {
        return AdminCommand.of("account.close", args -> {
            UUID person = wanted(args);
            accounts.close(person);
            return Json.tree(entry(require(person), null));
        });
    }

    @Singleton
    @Named("account.first")
    AdminCommand firstAdministrator() {
        return AdminCommand.of("account.first", args -> {
            if (!first.isWanted()) {
                throw new AdminRefused("ADMINISTERED", "Somebody administers this server already.");
            }
            return Json.tree(new FirstEntry(link(first.link())));
        });
    }

    private UUID wanted(JsonNode args) throws JsonRefused {
        return people.one(Json.tolerant(args, Wanted.class).person()).id();
    }

    private Account require(UUID person) {
        return accounts.of(person).orElseThrow(() -> new AdminRefused("NO_ACCOUNT", "This person has no account."));
    }

    private String link(String path) {
        String url = address.url();
        if (url == null) {
            throw new AdminRefused("NOT_SERVING", "No server is running on this folder: a link would lead nowhere.");
        }
        return url + path;
    }

    private Entry entry(Account account, @Nullable String link) {
        return new Entry(
                account.personId(),
                people.find(account.personId()).map(Person::name).orElse(""),
                account.userName(),
                account.hasPassword(),
                account.secondFactor(),
                account.closed(),
                link);
    }

    record Wanted(
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty("userName") @Nullable String userName) {}

    record FirstEntry(@JsonProperty("link") String link) {}

    record Entry(
            @JsonProperty("personId") UUID personId,
            @JsonProperty("name") String name,
            @JsonProperty("userName") String userName,
            @JsonProperty("hasPassword") boolean hasPassword,
            @JsonProperty("secondFactor") boolean secondFactor,
            @JsonProperty("closed") boolean closed,
            @JsonProperty("link") @Nullable String link) {}
}
