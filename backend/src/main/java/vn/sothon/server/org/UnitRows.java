package vn.sothon.server.org;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface UnitRows extends GenericRepository<UnitRow, String> {
    @Query("SELECT * FROM organisation_unit WHERE id = :id")
    Optional<UnitRow> find(String id);

    @Query("SELECT * FROM organisation_unit WHERE area_code = :areaCode ORDER BY name, id")
    List<UnitRow> in(String areaCode);

    @Query(
            """
            INSERT INTO organisation_unit (id, kind, name, area_code) VALUES (:id, :kind, :name, :areaCode)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name
            """)
    int put(String id, String kind, String name, String areaCode);
}
