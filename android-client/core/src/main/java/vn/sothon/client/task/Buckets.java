package vn.sothon.client.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sothon.model.sync.Pull;
import vn.sothon.model.sync.Pull.Bucket;

/** Adds rows up to the digest that both sides compare. */
final class Buckets {
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Long> sums = new TreeMap<>();

    void add(String type, String id, long version) {
        counts.merge(type, 1L, Long::sum);
        sums.merge(type, Pull.fingerprint(type, id, version), Long::sum);
    }

    List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            long sum = sums.getOrDefault(count.getKey(), 0L);
            buckets.add(new Bucket(count.getKey(), count.getValue(), Long.toHexString(sum)));
        }
        return buckets;
    }
}
