package vn.sothon.server.access;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.http.CallerAddress;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.limit.CallLimits;

/**
 * Every call of the API comes from a known device, except the few that cannot. A token that is at hand is answered for on
 * the thread that read the call: changing threads takes longer.
 */
@ServerFilter("/api/v1/**")
final class TokenFilter {
    /** Name of the request's attribute that holds its {@link Caller}. */
    static final String CALLER = "sothon.caller";

    private static final String BEARER = "Bearer ";
    private static final Duration REPLACED_MAY_PUSH = Duration.ofDays(30);
    private static final List<String> OPEN = List.of("/api/v1/meta", "/api/v1/devices/enrol");
    // The admin channel asks for a secret of its own.
    private static final String ADMIN = "/api/v1/admin/";
    private static final String PUSH = "/api/v1/sync/push";
    private static final String ATTACHMENTS = "/api/v1/attachments";

    private final TokenHolders holders;
    private final ServerClock clock;
    private final CallerAddress addresses;
    private final CallLimits limits;
    private final ExecutorService blocking;

    TokenFilter(
            TokenHolders holders,
            ServerClock clock,
            CallerAddress addresses,
            CallLimits limits,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.holders = holders;
        this.clock = clock;
        this.addresses = addresses;
        this.limits = limits;
        this.blocking = blocking;
    }

    @RequestFilter
    CompletionStage<HttpRequest<?>> know(HttpRequest<?> request) {
        String path = request.getPath();
        InetAddress from = addresses.of(request);
        if (OPEN.contains(path) || path.startsWith(ADMIN)) {
            limits.nameless(from);
            return CompletableFuture.completedFuture(request);
        }
        String token = bearer(request.getHeaders().getAuthorization().orElse(null));
        if (token == null) {
            throw unknown(from, "TOKEN_MISSING");
        }
        String hash = Seals.sha256(token);
        Optional<TokenHolders.Holder> atHand = holders.atHand(hash);
        if (atHand.isPresent()) {
            let(request, from, atHand.get());
            return CompletableFuture.completedFuture(request);
        }
        CompletableFuture<HttpRequest<?>> known = new CompletableFuture<>();
        blocking.execute(() -> {
            try {
                let(request, from, holders.find(hash).orElseThrow(() -> unknown(from, "TOKEN_UNKNOWN")));
                known.complete(request);
            } catch (RuntimeException | Error e) {
                known.completeExceptionally(e);
            }
        });
        return known;
    }

    private void let(HttpRequest<?> request, InetAddress from, TokenHolders.Holder holder) {
        limits.device(holder.caller().deviceId(), from);
        if (holder.caller().revokedAs() != null && !mayStillGive(request, holder)) {
            throw new Refusal(
                    HttpStatus.UNAUTHORIZED,
                    "DEVICE_REVOKED",
                    null,
                    null,
                    holder.caller().deviceId());
        }
        holders.seen(holder, PhoneWord.of(request.getHeaders()));
        request.setAttribute(CALLER, holder.caller());
    }

    /** Known phones behind the same address have a share of their own: whoever tries tokens there takes nothing of it. */
    private Refusal unknown(InetAddress from, String code) {
        limits.nameless(from);
        return new Refusal(HttpStatus.UNAUTHORIZED, code);
    }

    /** A revoked device reads nothing more, but what it recorded is still taken. */
    private boolean mayStillGive(HttpRequest<?> request, TokenHolders.Holder holder) {
        String path = request.getPath();
        boolean giving = (path.equals(PUSH) && request.getMethod() == HttpMethod.POST)
                || path.equals(ATTACHMENTS)
                || path.startsWith(ATTACHMENTS + "/");
        if (!giving || request.getMethod() == HttpMethod.GET) {
            return false;
        }
        return !"REPLACED".equals(holder.caller().revokedAs())
                || holder.revokedAt() == null
                || clock.now().isBefore(holder.revokedAt().plus(REPLACED_MAY_PUSH));
    }

    private static @Nullable String bearer(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
