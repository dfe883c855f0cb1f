package vn.sothon.server.console.office;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.loan.Inspectors;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;

/** What codes and ids are called on a page. */
@Singleton
public class Names {
    private final AreaLookup areas;
    private final PersonLookup people;
    private final Texts texts;

    Names(AreaLookup areas, PersonLookup people, Texts texts) {
        this.areas = areas;
        this.people = people;
        this.texts = texts;
    }

    /** A place's name; its code where it has none. */
    public String area(@Nullable String code) {
        return code == null ? "" : areas.find(code).map(Area::name).orElse(code);
    }

    /** A person's name; nothing for nobody. */
    public String person(@Nullable UUID id) {
        return id == null ? "" : people.find(id).map(Person::name).orElse("?");
    }

    String say(Locale locale, String key) {
        return texts.say(locale, key);
    }

    /** People to choose from, each with the office that lets him; the first entry stands for nobody. */
    List<Choice> candidates(Locale locale, List<Inspectors.Candidate> candidates, String nobody) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", texts.say(locale, nobody)));
        candidates.forEach(candidate -> choices.add(new Choice(
                candidate.personId().toString(),
                candidate.name() + " · " + texts.say(locale, "role." + candidate.role()))));
        return choices;
    }

    /** The names of an enumeration in the reader's language: {@code prefix.NAME}. */
    <E extends Enum<E>> List<Choice> options(Locale locale, Class<E> type, String prefix) {
        List<Choice> choices = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            choices.add(new Choice(value.name(), texts.say(locale, prefix + "." + value.name())));
        }
        return choices;
    }
}
