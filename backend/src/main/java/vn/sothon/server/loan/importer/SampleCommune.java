package vn.sothon.server.loan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** An invented commune: its villages and its savings and loan groups. */
public record SampleCommune(String communeCode, String communeName, List<Village> villages, List<Group> groups) {
    /** A village; its code has 8 digits, the commune's six first. */
    public record Village(String code, String name) {}

    /**
     * A savings and loan group.
     *
     * @param code 7 digits
     * @param associationCode 11 to 14
     * @param leaderCode the leader's customer code, 10 digits
     */
    public record Group(
            String code,
            String name,
            String associationCode,
            String associationName,
            Village village,
            String leaderCode,
            String leaderName) {}

    private static final String[] ASSOCIATIONS = {"11", "12", "13", "14"};
    private static final int CODE_LENGTH = 6;
    private static final int MOST_GROUPS = 99;

    public SampleCommune {
        villages = List.copyOf(villages);
        groups = List.copyOf(groups);
        if (!communeCode.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("a commune code has up to six digits");
        }
        if (groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException("at most " + MOST_GROUPS + " groups");
        }
    }

    /** Villages and groups with invented names; the same seed gives the same commune. */
    public static SampleCommune invent(
            String communeCode, String communeName, int villageCount, int groupCount, long seed) {
        WordFile words = WordFile.load("sample.txt");
        String code = sixDigits(communeCode);
        SampleNames names = new SampleNames(new Random(seed));
        List<Village> villages = new ArrayList<>();
        for (int i = 1; i <= villageCount; i++) {
            String name = words.words("VILLAGE").get(0) + " " + i;
            villages.add(new Village(String.format(Locale.ROOT, "%s%02d", code, i), name));
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < groupCount; i++) {
            // A village's groups differ in their associations before any association comes again.
            int round = i / villageCount;
            String association = ASSOCIATIONS[(i % villageCount + round) % ASSOCIATIONS.length];
            groups.add(new Group(
                    String.format(Locale.ROOT, "%s%02d", code.substring(1), i + 1),
                    String.format(Locale.ROOT, "%s %02d", words.words("GROUP").get(0), i + 1),
                    association,
                    words.words("ASSOCIATION_" + association).get(0),
                    villages.get(i % villageCount),
                    String.format(Locale.ROOT, "%s%04d", code, 9_000 + i),
                    association.equals("12") ? names.woman() : names.anyone()));
        }
        return new SampleCommune(communeCode, communeName, villages, groups);
    }

    String codeOfSixDigits() {
        return sixDigits(communeCode);
    }

    private static String sixDigits(String code) {
        return "0".repeat(Math.max(0, CODE_LENGTH - code.length())) + code;
    }
}
