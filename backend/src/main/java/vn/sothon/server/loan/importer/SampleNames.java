package vn.sothon.server.loan.importer;

import java.util.List;
import java.util.Random;

/** Common Vietnamese names put together at random: nobody in particular. */
final class SampleNames {
    private final WordFile words = WordFile.load("sample.txt");
    private final Random random;

    SampleNames(Random random) {
        this.random = random;
    }

    String anyone() {
        return random.nextBoolean() ? woman() : man();
    }

    String woman() {
        return pick("FAMILY") + " " + pick("MIDDLE_WOMAN") + " " + pick("GIVEN_WOMAN");
    }

    String man() {
        return pick("FAMILY") + " " + pick("MIDDLE_MAN") + " " + pick("GIVEN_MAN");
    }

    private String pick(String list) {
        List<String> from = words.words(list);
        return from.get(random.nextInt(from.size()));
    }
}
