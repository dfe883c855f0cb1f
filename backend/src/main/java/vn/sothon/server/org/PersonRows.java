package vn.sothon.server.org;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface PersonRows extends GenericRepository<PersonRow, String> {
    @Query("SELECT * FROM person WHERE id = :id")
    Optional<PersonRow> find(String id);

    @Query("SELECT * FROM person WHERE name_search = :nameSearch ORDER BY id")
    List<PersonRow> named(String nameSearch);

    @Query("SELECT * FROM person ORDER BY made_at, id")
    List<PersonRow> all();

    @Query(
            """
            INSERT INTO person (id, name, name_search, phone, made_at, version)
            VALUES (:id, :name, :nameSearch, :phone, :madeAt, 1)
            """)
    int insert(String id, String name, String nameSearch, @Nullable String phone, long madeAt);

    @Query("UPDATE person SET version = version + 1 WHERE id = :id")
    int touch(String id);
}
