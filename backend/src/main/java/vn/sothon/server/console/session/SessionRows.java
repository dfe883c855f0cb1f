package vn.sothon.server.console.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface SessionRows extends GenericRepository<SessionRow, String> {
    @Query("SELECT * FROM console_session WHERE hash = :hash")
    Optional<SessionRow> find(String hash);

    @Query(
            """
            INSERT INTO console_session (hash, person_id, stage, made_at, seen_at, expires_at)
            VALUES (:hash, :personId, :stage, :now, :now, :expiresAt)
            """)
    int insert(String hash, String personId, String stage, long now, long expiresAt);

    @Query("UPDATE console_session SET seen_at = :now WHERE hash = :hash")
    int seen(String hash, long now);

    @Query("UPDATE console_session SET grant_id = :grantId, confirmed_at = NULL WHERE hash = :hash")
    int actAs(String hash, String grantId);

    @Query("UPDATE console_session SET confirmed_at = :now WHERE hash = :hash")
    int confirm(String hash, long now);

    @Query("DELETE FROM console_session WHERE hash = :hash")
    int end(String hash);

    @Query("DELETE FROM console_session WHERE person_id = :personId")
    int endOf(String personId);

    @Query("DELETE FROM console_session WHERE expires_at < :now")
    int endOld(long now);
}
