package vn.sothon.server.platform.db;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Gives the pool SQLite's own connections where the address names SQLite. */
@Singleton
final class SqliteConnections implements BeanCreatedEventListener<DatasourceConfiguration> {
    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        String url = pool.getUrl();
        if (url != null && url.startsWith("jdbc:sqlite:")) {
            pool.setDataSource(new SqliteDataSource(url));
        }
        return pool;
    }
}
