package vn.sothon.server.org;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface GrantRows extends GenericRepository<GrantRow, String> {
    @Query("SELECT * FROM person_grant WHERE person_id = :personId ORDER BY from_day, id")
    List<GrantRow> of(String personId);

    @Query("SELECT * FROM person_grant ORDER BY person_id, from_day, id")
    List<GrantRow> all();

    @Query("SELECT * FROM person_grant WHERE role = :role ORDER BY person_id, from_day, id")
    List<GrantRow> withRole(String role);

    @Query(
            """
            INSERT INTO person_grant (id, person_id, role, area_code, group_code, association, from_day, to_day)
            VALUES (:id, :personId, :role, :areaCode, :groupCode, :association, :fromDay, :toDay)
            """)
    int insert(
            String id,
            String personId,
            String role,
            String areaCode,
            @Nullable String groupCode,
            @Nullable String association,
            String fromDay,
            @Nullable String toDay);

    @Query("UPDATE person_grant SET to_day = :toDay WHERE id = :id AND person_id = :personId")
    int end(String id, String personId, String toDay);
}
