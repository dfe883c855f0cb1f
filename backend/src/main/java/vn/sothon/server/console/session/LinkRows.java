package vn.sothon.server.console.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface LinkRows extends GenericRepository<LinkRow, String> {
    @Query("SELECT * FROM console_link WHERE hash = :hash AND used_at IS NULL AND expires_at > :now")
    Optional<LinkRow> usable(String hash, long now);

    @Query(
            """
            INSERT INTO console_link (hash, person_id, made_at, expires_at)
            VALUES (:hash, :personId, :madeAt, :expiresAt)
            """)
    int insert(String hash, @Nullable String personId, long madeAt, long expiresAt);

    @Query("UPDATE console_link SET used_at = :now WHERE hash = :hash AND used_at IS NULL AND expires_at > :now")
    int use(String hash, long now);

    /** A newer link makes older ones of the same person worthless. */
    @Query("UPDATE console_link SET used_at = :now WHERE person_id = :personId AND used_at IS NULL")
    int endOf(String personId, long now);

    @Query("UPDATE console_link SET used_at = :now WHERE person_id IS NULL AND used_at IS NULL")
    int endOfNobody(long now);
}
