package vn.sothon.server.device;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface DeviceRows extends GenericRepository<DeviceRow, String> {
    @Query("SELECT * FROM device WHERE id = :id")
    Optional<DeviceRow> find(String id);

    @Query("SELECT * FROM device WHERE key_id = :keyId")
    Optional<DeviceRow> byKey(String keyId);

    @Query("SELECT * FROM device WHERE token_hash = :tokenHash")
    Optional<DeviceRow> byToken(String tokenHash);

    @Query("SELECT * FROM device WHERE person_id = :personId ORDER BY enrolled_at, id")
    List<DeviceRow> of(String personId);

    @Query("SELECT * FROM device ORDER BY enrolled_at, id")
    List<DeviceRow> all();

    @Query(
            """
            INSERT INTO device (id, person_id, name, model, os_version, app_version, key_id, public_key,
                                token_hash, enrolled_at)
            VALUES (:id, :personId, :name, :model, :osVersion, :appVersion, :keyId, :publicKey,
                    :tokenHash, :enrolledAt)
            """)
    int insert(
            String id,
            String personId,
            @Nullable String name,
            @Nullable String model,
            @Nullable String osVersion,
            @Nullable String appVersion,
            String keyId,
            String publicKey,
            String tokenHash,
            long enrolledAt);

    @Query("UPDATE device SET token_hash = :tokenHash WHERE id = :id")
    int newToken(String id, String tokenHash);

    @Query("UPDATE device SET push_token = NULL WHERE push_token = :pushToken AND id <> :id")
    int takePushToken(String id, String pushToken);

    @Query("UPDATE device SET push_token = :pushToken WHERE id = :id AND revoked_as IS NULL")
    int pushToken(String id, @Nullable String pushToken);

    @Query("UPDATE device SET last_seen_at = :lastSeenAt WHERE id = :id")
    int seen(String id, long lastSeenAt);

    @Query(
            """
            UPDATE device SET last_seen_at = :at, unsent_at = :at, unsent = :unsent,
                app_version = CASE WHEN :appVersion = '' THEN app_version ELSE :appVersion END
            WHERE id = :id
            """)
    int said(String id, long at, int unsent, String appVersion);

    @Query(
            """
            UPDATE device SET revoked_as = :revokedAs, revoked_at = :revokedAt, push_token = NULL
            WHERE id = :id
            """)
    int revoke(String id, String revokedAs, long revokedAt);

    @Query("UPDATE device SET revoked_as = NULL, revoked_at = NULL WHERE id = :id AND revoked_as = 'REPLACED'")
    int takeBack(String id);
}
