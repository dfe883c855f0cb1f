package vn.sothon.server.access;

import java.util.Set;
import java.util.UUID;

/**
 * What is about a person himself: nobody is shown records of that.
 *
 * @param loans his own loans
 * @param loanNumbers their numbers, for records that no roster has matched yet
 * @param groups whose leader he is or was: what finds fault with the leader is about him
 */
public record Concern(Set<UUID> loans, Set<String> loanNumbers, Set<String> groups) {
    public static final Concern NONE = new Concern(Set.of(), Set.of(), Set.of());

    public Concern {
        loans = Set.copyOf(loans);
        loanNumbers = Set.copyOf(loanNumbers);
        groups = Set.copyOf(groups);
    }
}
