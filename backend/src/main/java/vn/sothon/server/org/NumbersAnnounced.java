package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.util.Map;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;

/** Announces the numbers of people who were registered before numbers were rows of the feed. */
@Singleton
final class NumbersAnnounced implements JobHandler {
    private final Writer writer;
    private final PersonLookup people;
    private final NumberRows numbers;

    NumbersAnnounced(Writer writer, PersonLookup people, NumberRows numbers) {
        this.writer = writer;
        this.people = people;
        this.numbers = numbers;
    }

    @Override
    public String kind() {
        return "phone-numbers";
    }

    @Override
    public void perform(String argument) {
        for (Person person : people.all()) {
            if (person.phone() != null) {
                writer.write(tx -> {
                    numbers.announce(tx, Map.of(), person);
                    return person.id();
                });
            }
        }
    }
}
