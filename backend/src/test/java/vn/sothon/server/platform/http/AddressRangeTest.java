package vn.sothon.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.77, true",
        "192.0.2.0/24, 192.0.3.1, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "10.0.0.0/9, 10.127.0.1, true",
        "10.0.0.0/9, 10.128.0.1, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "2001:db8::/32, 2001:db8:5::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "0.0.0.0/0, 2001:db8::1, false",
        "192.0.2.0/24, 192.0.2.5:4711, true",
        "2001:db8::/32, [2001:db8::1]:443, true"
    })
    void holds_whatHasItsFirstBits(String range, String address, boolean holds) {
        assertThat(AddressRange.of(range).holds(AddressRange.address(address))).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "192.0.2.0/33", "192.0.2.0/x", "192.0.2.0/-1", "192.0.2", "2001:db8::/129"})
    void whatIsNoRange_isRefused(String written) {
        assertThatThrownBy(() -> AddressRange.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aName_isNotLookedUp() {
        assertThat(AddressRange.address("localhost")).isNull();
        assertThat(AddressRange.address("unknown")).isNull();
    }
}
