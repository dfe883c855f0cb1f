package vn.sothon.server.loan;

import java.util.Set;

/** Which savings-and-loan groups an association keeps in a commune. */
public interface AssociationGroups {
    /**
     * Their codes.
     *
     * @param association 11 ND, 12 PN, 13 CCB, 14 ĐTN
     */
    Set<String> codes(String communeCode, String association);
}
