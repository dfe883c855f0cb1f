package vn.sothon.server.org;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface AreaRows extends GenericRepository<AreaRow, String> {
    @Query("SELECT * FROM area WHERE code = :code")
    Optional<AreaRow> find(String code);

    @Query("SELECT * FROM area ORDER BY code")
    List<AreaRow> all();

    @Query("SELECT * FROM area WHERE parent_code = :parentCode ORDER BY code")
    List<AreaRow> within(String parentCode);

    @Query("SELECT code FROM area WHERE successor_code = :code ORDER BY code")
    List<String> mergedInto(String code);

    @Query(
            """
            INSERT INTO area (code, kind, name, parent_code, from_day, version)
            VALUES (:code, :kind, :name, :parentCode, :fromDay, 1)
            """)
    int insert(String code, String kind, String name, @Nullable String parentCode, String fromDay);

    @Query("UPDATE area SET name = :name, version = version + 1 WHERE code = :code")
    int rename(String code, String name);

    @Query(
            """
            UPDATE area SET successor_code = :successorCode, to_day = :toDay, version = version + 1
            WHERE code = :code
            """)
    int succeed(String code, String successorCode, String toDay);
}
