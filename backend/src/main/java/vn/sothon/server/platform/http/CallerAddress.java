package vn.sothon.server.platform.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;

/**
 * Where a call comes from. What a call says of itself in {@code X-Forwarded-For} counts only when it arrives from a proxy
 * named in {@code sothon.proxies}, and only as far back as further such proxies handed it on: nobody chooses his own
 * address. None is trusted unless named.
 */
@Singleton
public class CallerAddress {
    public static final String PROXIES = "sothon.proxies";

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int MOST_STEPS = 16;

    private final List<AddressRange> proxies;

    CallerAddress(@Property(name = PROXIES, defaultValue = "") String proxies) {
        this.proxies = Arrays.stream(proxies.split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .map(AddressRange::of)
                .toList();
    }

    /**
     * Makes sure that the setting can be read.
     *
     * @throws IllegalArgumentException it names something that is no range of addresses
     */
    public static void check(String proxies) {
        CallerAddress unused = new CallerAddress(proxies);
    }

    public InetAddress of(HttpRequest<?> request) {
        InetAddress here = request.getRemoteAddress().getAddress();
        if (!isProxy(here)) {
            return here;
        }
        List<String> steps = new ArrayList<>();
        request.getHeaders().getAll(FORWARDED_FOR).forEach(line -> steps.addAll(Arrays.asList(line.split(","))));
        Collections.reverse(steps);
        for (String step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            @Nullable InetAddress before = AddressRange.address(step);
            if (before == null) {
                return here;
            }
            here = before;
            if (!isProxy(here)) {
                return here;
            }
        }
        return here;
    }

    /** Whether the browser's own connection is encrypted, as far as is known. */
    public boolean isSecure(HttpRequest<?> request) {
        return request.isSecure()
                || (isProxy(request.getRemoteAddress().getAddress())
                        && "https".equalsIgnoreCase(request.getHeaders().get(FORWARDED_PROTO)));
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.holds(address));
    }

    /** The address as a key; one household has a whole network of the newer ones, so that counts as one. */
    public static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Seals.hex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
    }
}
