package vn.sothon.server.platform.db;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** A server whose writer does not write is not up, whatever else still answers. */
@Singleton
final class WriterHealth implements HealthIndicator {
    private final Writer writer;

    WriterHealth(Writer writer) {
        this.writer = writer;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = writer.isWell() ? HealthStatus.UP : HealthStatus.DOWN;
        return Publishers.just(HealthResult.builder("writer", status).build());
    }
}
