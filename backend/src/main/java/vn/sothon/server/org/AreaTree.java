package vn.sothon.server.org;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.sothon.server.platform.ledger.Ledger;

/** Ways through the areas: up to the province, and forward to what an area was merged into. */
record AreaTree(Function<String, Optional<Area>> find) {

    Optional<Area> present(String code) {
        Set<String> seen = new HashSet<>();
        Optional<Area> area = find.apply(code);
        while (area.isPresent() && seen.add(area.get().code())) {
            String successor = area.get().successorCode();
            if (successor == null) {
                return area;
            }
            area = find.apply(successor);
        }
        return area;
    }

    List<String> path(String code) {
        List<String> path = new ArrayList<>();
        Optional<Area> area = present(code);
        while (area.isPresent()) {
            path.add(area.get().code());
            String parent = area.get().parentCode();
            area = parent == null ? Optional.empty() : present(parent);
        }
        return path;
    }

    Optional<String> partition(String code) {
        if (code.equals(Ledger.COUNTRY)) {
            return Optional.of(code);
        }
        Optional<Area> area = present(code);
        if (area.isPresent() && area.get().kind() == AreaKind.VILLAGE) {
            return path(code).stream().skip(1).findFirst();
        }
        return area.map(Area::code);
    }
}
