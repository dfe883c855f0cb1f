package vn.sothon.server.console.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface AccountRows extends GenericRepository<AccountRow, String> {
    @Query("SELECT * FROM console_account WHERE person_id = :personId")
    Optional<AccountRow> find(String personId);

    @Query("SELECT * FROM console_account WHERE user_name = :userName")
    Optional<AccountRow> named(String userName);

    @Query("SELECT * FROM console_account ORDER BY user_name")
    List<AccountRow> all();

    @Query(
            """
            INSERT INTO console_account (person_id, user_name, made_at) VALUES (:personId, :userName, :madeAt)
            ON CONFLICT (person_id) DO UPDATE SET user_name = excluded.user_name, closed_at = NULL
            """)
    int open(String personId, String userName, long madeAt);

    @Query("UPDATE console_account SET password = :password WHERE person_id = :personId")
    int password(String personId, String password);

    @Query(
            """
            UPDATE console_account SET totp_secret = :secret, totp_since = NULL, totp_step = NULL
            WHERE person_id = :personId AND totp_since IS NULL
            """)
    int trySecret(String personId, String secret);

    /** Puts the same secret, locked otherwise, in the place of how it was stored. */
    @Query(
            """
            UPDATE console_account SET totp_secret = :locked
            WHERE person_id = :personId AND totp_secret = :before
            """)
    int lockSecret(String personId, String before, String locked);

    /** Takes a code's step once: the second of two who come with the same code changes nothing. */
    @Query(
            """
            UPDATE console_account SET totp_step = :step, totp_since = COALESCE(totp_since, :now)
            WHERE person_id = :personId AND COALESCE(totp_step, 0) < :step
            """)
    int takeStep(String personId, long step, long now);

    @Query(
            """
            UPDATE console_account SET totp_secret = NULL, totp_since = NULL, totp_step = NULL
            WHERE person_id = :personId
            """)
    int dropSecondFactor(String personId);

    @Query("UPDATE console_account SET closed_at = :now, password = NULL WHERE person_id = :personId")
    int close(String personId, long now);
}
