package vn.sothon.client.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.RecordBook;
import vn.sothon.client.record.RecordState;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.FoldedText;
import vn.sothon.model.sync.ReadItem;

/**
 * The loans of this phone as a day's work: what is owed first, the latest first, then the rest by name. Made anew after
 * each pull; finding in it touches no store.
 */
public final class DueWork {
    /** Due so soon that it belongs to these days. */
    public static final int SOON_DAYS = 7;

    /** How a loan stands today. */
    public enum When {
        LATE,
        SOON,
        LATER,
        /** Sealed on this phone or told by the server: nothing is owed. */
        NOTHING_OWED
    }

    /**
     * One loan on the list.
     *
     * @param daysLeft until the day due; negative: days late; 0 when nothing is owed
     * @param begun whether a draft of its check lies on this phone
     */
    public record Card(
            Views.Loan loan,
            When when,
            long daysLeft,
            @Nullable String groupName,
            @Nullable String villageName,
            @Nullable String programmeName,
            boolean begun,
            String searched) {}

    /** A group to be inspected as such. */
    public record GroupCard(String groupCode, @Nullable String name, When when, long daysLeft) {}

    private final List<Card> cards;
    private final List<GroupCard> groups;

    private DueWork(List<Card> cards, List<GroupCard> groups) {
        this.cards = cards;
        this.groups = groups;
    }

    /**
     * Puts the list together.
     *
     * @param checked loans whose check this phone has sealed since; the server may not know yet
     * @param begun loans with a draft
     */
    public static DueWork of(WorkList work, LocalDate today, Set<UUID> checked, Set<UUID> begun) {
        Map<UUID, LocalDate> owed = new HashMap<>();
        for (Views.Obligation obligation : work.obligations()) {
            UUID loanId = obligation.loanId();
            if (loanId != null && obligation.doneBy() == null && !checked.contains(loanId)) {
                owed.merge(loanId, obligation.dueOn(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        Map<String, String> groups =
                work.groups().stream().collect(Collectors.toMap(Views.Group::code, Views.Group::name, (a, b) -> a));
        Map<String, String> villages = work.villages().stream()
                .collect(Collectors.toMap(Views.Village::code, Views.Village::name, (a, b) -> a));
        Map<String, String> programmes = work.programmes().stream()
                .collect(Collectors.toMap(Views.Programme::code, Views.Programme::name, (a, b) -> a));
        List<Card> cards = new ArrayList<>();
        for (Views.Loan loan : work.loans()) {
            if (!"OPEN".equals(loan.status())) {
                continue;
            }
            LocalDate due = owed.get(loan.id());
            long days = due == null ? 0 : ChronoUnit.DAYS.between(today, due);
            String group = named(groups, loan.groupCode());
            cards.add(new Card(
                    loan,
                    due == null ? When.NOTHING_OWED : when(days),
                    days,
                    group,
                    named(villages, loan.villageCode()),
                    named(programmes, loan.programmeCode()),
                    begun.contains(loan.id()),
                    FoldedText.words(loan.borrowerName() + " " + loan.number() + " " + (group == null ? "" : group))));
        }
        cards.sort(Comparator.comparing(Card::when)
                .thenComparingLong(Card::daysLeft)
                .thenComparing(Card::searched)
                .thenComparing(card -> card.loan().number()));
        return new DueWork(List.copyOf(cards), groups(work, today, groups));
    }

    /** Loans whose check was sealed here and has not been answered yet: nobody should be sent to that house again. */
    public static Set<UUID> sealedHere(RecordBook book) {
        Set<UUID> checked = new HashSet<>();
        for (BookedRecord record : book.all()) {
            if (record.kind() == RecordKind.LOAN_USE_CHECK && record.state() == RecordState.SAVED_ON_PHONE) {
                UUID loan = ReadItem.trusted(record.item()).body().loanId();
                if (loan != null) {
                    checked.add(loan);
                }
            }
        }
        return checked;
    }

    private static List<GroupCard> groups(WorkList work, LocalDate today, Map<String, String> names) {
        List<GroupCard> owed = new ArrayList<>();
        for (Views.Obligation obligation : work.obligations()) {
            String group = obligation.groupCode();
            if (obligation.loanId() == null && group != null && obligation.doneBy() == null) {
                long days = ChronoUnit.DAYS.between(today, obligation.dueOn());
                owed.add(new GroupCard(group, names.get(group), when(days), days));
            }
        }
        owed.sort(Comparator.comparingLong(GroupCard::daysLeft).thenComparing(GroupCard::groupCode));
        return List.copyOf(owed);
    }

    public List<Card> all() {
        return cards;
    }

    /** Groups whose inspection is owed, the latest first. */
    public List<GroupCard> groups() {
        return groups;
    }

    public int count(When when) {
        return (int) cards.stream().filter(card -> card.when() == when).count();
    }

    /**
     * What a person looks for.
     *
     * @param text any part of names or number, with or without marks; empty: all
     * @param groupCode null: of every group
     */
    public List<Card> find(String text, @Nullable String groupCode) {
        return find(text, groupCode, null);
    }

    /** The same in one village; null: in every one. */
    public List<Card> find(String text, @Nullable String groupCode, @Nullable String villageCode) {
        String[] sought = FoldedText.words(text).trim().split("\\s+", -1);
        List<Card> found = new ArrayList<>();
        for (Card card : cards) {
            if ((groupCode == null || groupCode.equals(card.loan().groupCode()))
                    && (villageCode == null || villageCode.equals(card.loan().villageCode()))
                    && holdsAll(card, sought)) {
                found.add(card);
            }
        }
        return found;
    }

    private static boolean holdsAll(Card card, String... sought) {
        for (String word : sought) {
            if (!card.searched().contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static When when(long days) {
        return days < 0 ? When.LATE : days <= SOON_DAYS ? When.SOON : When.LATER;
    }

    private static @Nullable String named(Map<String, String> names, @Nullable String code) {
        return code == null ? null : names.get(code);
    }
}
