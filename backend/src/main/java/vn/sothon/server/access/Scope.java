package vn.sothon.server.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.sothon.model.sync.Seals;

/**
 * What a caller may see on a day. Codes are those of today, a merged village standing as its successor, and beside them
 * those that became part of them.
 *
 * @param partitions the feeds read at all: own communes, the provinces above them, the country
 * @param communes seen whole
 * @param villages seen as a village
 * @param groups led by the caller
 * @param associations whose groups in a commune are seen
 * @param concern what of all this is about the person himself, as far as it was asked for
 */
public record Scope(
        UUID personId,
        Set<String> partitions,
        Set<String> communes,
        Set<String> villages,
        Set<String> groups,
        Set<AssociationIn> associations,
        Concern concern) {

    public Scope {
        partitions = Set.copyOf(partitions);
        communes = Set.copyOf(communes);
        villages = Set.copyOf(villages);
        groups = Set.copyOf(groups);
        associations = Set.copyOf(associations);
    }

    public Scope(
            UUID personId,
            Set<String> partitions,
            Set<String> communes,
            Set<String> villages,
            Set<String> groups,
            Set<AssociationIn> associations) {
        this(personId, partitions, communes, villages, groups, associations, Concern.NONE);
    }

    /** The same, without what is about the person himself. */
    public Scope without(Concern about) {
        return new Scope(personId, partitions, communes, villages, groups, associations, about);
    }

    /** An association's groups in a commune. */
    public record AssociationIn(String communeCode, String association) {}

    /** SHA-256 of all of it: a cursor made under another scope is of no use. */
    public String fingerprint() {
        Set<String> all = new TreeSet<>();
        all.add("person " + personId);
        partitions.forEach(code -> all.add("partition " + code));
        communes.forEach(code -> all.add("commune " + code));
        villages.forEach(code -> all.add("village " + code));
        groups.forEach(code -> all.add("group " + code));
        associations.forEach(in -> all.add("association " + in.communeCode() + " " + in.association()));
        return Seals.sha256(String.join("\n", all));
    }
}
