package vn.sothon.server.loan.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** An invented credit file of a commune on a day; the same seed gives the same loans. */
public record SampleRoster(SampleCommune commune, LocalDate today, List<LoanRow> loans) {
    private static final long MILLION = 1_000_000;
    private static final int MOST_LOANS = 9_000;
    private static final int DAYS_BACK = 3 * 365;
    private static final int FRESH_DAYS = 30;

    public SampleRoster {
        loans = List.copyOf(loans);
    }

    public static SampleRoster invent(SampleCommune commune, int loanCount, long seed, LocalDate today) {
        if (loanCount > MOST_LOANS) {
            throw new IllegalArgumentException("at most " + MOST_LOANS + " loans");
        }
        Inventor inventor = new Inventor(commune, today, new Random(seed));
        List<LoanRow> loans = new ArrayList<>();
        for (int i = 0; i < loanCount; i++) {
            loans.add(inventor.loan(i));
        }
        return new SampleRoster(commune, today, loans);
    }

    /** As the bank's report 31 comes. */
    public void writeXlsx(Path file) throws IOException {
        SampleRosterFile.creditFile(this).writeXlsx(file);
    }

    public void writeCsv(Path file) throws IOException {
        SampleRosterFile.creditFile(this).writeCsv(file);
    }

    /** As the bank's report 12 comes. */
    public void writeGroupLeadersXlsx(Path file) throws IOException {
        SampleRosterFile.groupLeaders(this).writeXlsx(file);
    }

    public void writeGroupLeadersCsv(Path file) throws IOException {
        SampleRosterFile.groupLeaders(this).writeCsv(file);
    }

    private static final class Inventor {
        private final SampleCommune commune;
        private final LocalDate today;
        private final Random random;
        private final SampleNames names;
        private final List<WordFile.Entry> programmes;

        Inventor(SampleCommune commune, LocalDate today, Random random) {
            this.commune = commune;
            this.today = today;
            this.random = random;
            this.names = new SampleNames(random);
            this.programmes = WordFile.load("sample.txt").entries().stream()
                    .filter(entry -> entry.key().startsWith("LOAN_"))
                    .toList();
        }

        LoanRow loan(int index) {
            SampleCommune.Group group =
                    commune.groups().get(index % commune.groups().size());
            WordFile.Entry programme = programmes.get(random.nextInt(programmes.size()));
            List<String> facts = programme.words();
            long smallest = Long.parseLong(facts.get(2));
            long largest = Long.parseLong(facts.get(3));
            long disbursed = (smallest + random.nextInt((int) (largest - smallest) + 1)) * MILLION;
            LocalDate disbursedOn = today.minusDays(daysBack(index));
            LocalDate dueOn = disbursedOn.plusMonths(Long.parseLong(facts.get(1)));
            boolean fresh = ChronoUnit.DAYS.between(disbursedOn, today) <= FRESH_DAYS;
            long outstanding = fresh ? disbursed : disbursed - repaid(disbursed);
            boolean overdue = !fresh && random.nextInt(50) == 0;
            boolean frozen = !fresh && !overdue && random.nextInt(100) == 0;
            boolean woman = group.associationCode().equals("12") || random.nextBoolean();
            String code = commune.codeOfSixDigits();
            return LoanRow.of(
                    index + 1,
                    new RowValues()
                            .with(RosterColumn.LOAN_NUMBER, String.format(Locale.ROOT, "6600%s%06d", code, index + 1))
                            .with(RosterColumn.CUSTOMER_CODE, String.format(Locale.ROOT, "%s%04d", code, index + 1))
                            .with(RosterColumn.BORROWER_NAME, woman ? names.woman() : names.man())
                            .with(RosterColumn.SPOUSE_NAME, woman ? names.man() : names.woman())
                            .with(RosterColumn.GROUP_CODE, group.code())
                            .with(RosterColumn.GROUP_NAME, group.name())
                            .with(RosterColumn.LEADER_NAME, group.leaderName())
                            .with(RosterColumn.ASSOCIATION_CODE, group.associationCode())
                            .with(RosterColumn.ASSOCIATION_NAME, group.associationName())
                            .with(RosterColumn.COMMUNE_CODE, commune.communeCode())
                            .with(RosterColumn.COMMUNE_NAME, commune.communeName())
                            .with(RosterColumn.VILLAGE_CODE, group.village().code())
                            .with(RosterColumn.VILLAGE_NAME, group.village().name())
                            .with(RosterColumn.PROGRAMME_CODE, programme.key().substring("LOAN_".length()))
                            .with(RosterColumn.PROGRAMME_NAME, facts.get(0))
                            .with(RosterColumn.PURPOSE, facts.get(4 + random.nextInt(facts.size() - 4)))
                            .with(RosterColumn.DISBURSED_AMOUNT, disbursed)
                            .with(RosterColumn.DISBURSED_ON, disbursedOn)
                            .with(RosterColumn.DUE_ON, dueOn)
                            .with(RosterColumn.OUTSTANDING, outstanding)
                            .with(RosterColumn.OVERDUE, overdue ? outstanding : 0L)
                            .with(RosterColumn.OVERDUE_SINCE, overdue ? today.minusDays(1L + random.nextInt(20)) : null)
                            .with(RosterColumn.FROZEN, frozen ? outstanding : 0L)
                            .with(RosterColumn.FROZEN_UNTIL, frozen ? today.plusYears(2) : null)
                            .with(
                                    RosterColumn.INTEREST_ARREARS,
                                    random.nextInt(20) == 0 ? 1_000L + random.nextInt(900_000) : 0L)
                            .with(RosterColumn.SAVINGS, random.nextInt(80) * 50_000L)
                            .with(RosterColumn.STATUS, LoanStatus.OPEN)
                            .with(
                                    RosterColumn.LAST_TRANSACTION_ON,
                                    fresh ? disbursedOn : today.minusDays(random.nextInt(120))));
        }

        /** Every eighth loan is young enough to await its first check. */
        private int daysBack(int index) {
            // Shifted by one in each round of the groups, so that every group gets some.
            int round = index / commune.groups().size();
            return (index + round) % 8 == 0
                    ? 1 + random.nextInt(FRESH_DAYS - 1)
                    : FRESH_DAYS + 1 + random.nextInt(DAYS_BACK - FRESH_DAYS);
        }

        private long repaid(long disbursed) {
            long half = disbursed / 2 / MILLION;
            return random.nextInt(3) == 0 ? random.nextInt((int) half + 1) * MILLION : 0;
        }
    }
}
