package vn.sothon.server.loan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.Set;

/** The groups as the last roster names them. */
@Singleton
final class RegisteredAssociationGroups implements AssociationGroups {
    private final TransactionOperations<Connection> transactions;

    RegisteredAssociationGroups(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public Set<String> codes(String communeCode, String association) {
        return transactions.executeRead(status -> {
            Set<String> codes = new HashSet<>();
            try (PreparedStatement select = status.getConnection()
                    .prepareStatement("SELECT code FROM savings_group WHERE commune_code = ? AND association = ?")) {
                select.setString(1, communeCode);
                select.setString(2, association);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        codes.add(rows.getString(1));
                    }
                }
            }
            return codes;
        });
    }
}
