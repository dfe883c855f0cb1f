package vn.sothon.server.loan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;

/** Who of the people here is a customer of the bank, said on the command line. */
@Factory
final class BorrowerAdmin {
    private final Borrowers borrowers;
    private final PersonLookup people;

    BorrowerAdmin(Borrowers borrowers, PersonLookup people) {
        this.borrowers = borrowers;
        this.people = people;
    }

    @Singleton
    @Named("person.borrower")
    AdminCommand borrower() {
        return AdminCommand.of("person.borrower", args -> {
            Word word = Json.tolerant(args, Word.class);
            UUID person = people.one(word.person()).id();
            if (word.customer() != null) {
                if (!word.customer().matches("\\d{4,20}")) {
                    throw new AdminRefused("CUSTOMER_CODE", "A customer's code is a row of digits.");
                }
                borrowers.say(person, word.customer(), word.same());
            }
            return Json.tree(new Known(
                    people.find(person).orElseThrow().name(),
                    borrowers.said(person).stream()
                            .map(said -> new Customer(said.customerCode(), said.same()))
                            .toList(),
                    borrowers.of(person).loans().size()));
        });
    }

    record Word(
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty("customer") @Nullable String customer,
            @JsonProperty("same") boolean same) {}

    record Customer(@JsonProperty("code") String code, @JsonProperty("same") boolean same) {}

    record Known(
            @JsonProperty("name") String name,
            @JsonProperty("said") List<Customer> said,
            @JsonProperty("loans") int loans) {}
}
