package vn.sothon.server.device;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface CodeRows extends GenericRepository<CodeRow, String> {
    @Query("SELECT * FROM enrolment_code WHERE code_hash = :codeHash")
    Optional<CodeRow> find(String codeHash);

    @Query("SELECT * FROM enrolment_code WHERE refused_at IS NOT NULL ORDER BY refused_at")
    List<CodeRow> refused();

    @Query(
            """
            INSERT INTO enrolment_code (code_hash, person_id, made_at, expires_at)
            VALUES (:codeHash, :personId, :madeAt, :expiresAt)
            """)
    int insert(String codeHash, String personId, long madeAt, long expiresAt);

    @Query(
            """
            UPDATE enrolment_code SET used_at = :usedAt, used_key_id = :keyId, device_id = :deviceId
            WHERE code_hash = :codeHash
            """)
    int use(String codeHash, long usedAt, String keyId, String deviceId);

    @Query("UPDATE enrolment_code SET refused_at = :refusedAt WHERE code_hash = :codeHash")
    int refuse(String codeHash, long refusedAt);
}
