package vn.sothon.server.console.accesslog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.ANSI)
interface AccessRows extends GenericRepository<AccessRow, String> {
    @Query(
            """
            INSERT INTO access_log (id, at, person_id, role, area_code, act, kind, ids, id_count)
            VALUES (:id, :at, :personId, :role, :areaCode, :act, :kind, :ids, :idCount)
            """)
    int insert(
            String id,
            long at,
            String personId,
            String role,
            String areaCode,
            String act,
            String kind,
            String ids,
            int idCount);

    @Query("SELECT * FROM access_log ORDER BY at DESC, id DESC LIMIT 50 OFFSET :skipped")
    List<AccessRow> newest(int skipped);

    @Query(
            """
            SELECT * FROM access_log WHERE area_code = :areaCode ORDER BY at DESC, id DESC LIMIT 50 OFFSET :skipped
            """)
    List<AccessRow> newestOf(String areaCode, int skipped);

    @Query("SELECT COUNT(*) FROM access_log")
    int count();

    @Query("SELECT COUNT(*) FROM access_log WHERE area_code = :areaCode")
    int countOf(String areaCode);
}
