package vn.sothon.phones.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.MonitoringMinutes;

/**
 * What a fleet is to do: which phones, and what each person does on which day. The same order and seed give the same
 * work.
 *
 * @param server where the phones enrol
 * @param folder holds one folder per phone
 * @param startAt the first instant of the simulated time
 */
public record WorkOrder(
        @JsonProperty(value = "server", required = true) String server,
        @JsonProperty(value = "folder", required = true) String folder,
        @JsonProperty(value = "startAt", required = true) Instant startAt,
        @JsonProperty("seed") long seed,
        @JsonProperty(value = "phones", required = true) List<PhoneOrder> phones) {

    public WorkOrder {
        phones = List.copyOf(phones);
    }

    /**
     * One phone.
     *
     * @param code the one-time code it enrols with
     * @param role in which office its person acts; absent: the first one held
     * @param clockOffHours how wrong its wall clock is
     */
    public record PhoneOrder(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty("role") @Nullable ActingRole role,
            @JsonProperty("clockOffHours") int clockOffHours,
            @JsonProperty("days") List<Day> days) {
        public PhoneOrder {
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    /**
     * A day's work, offline.
     *
     * @param dayOffset days after {@code startAt}
     * @param checks how many loans to check, picked from those pulled; or a list of {@link CheckOrder}
     * @param visit why the checks are made; absent: after a disbursement
     * @param photos how many of the picked checks carry a photo
     * @param misuse how many of the picked checks find misuse
     * @param absent how many of the picked checks meet nobody
     * @param unknownLoans how many loans to check besides that no roster knows
     * @param corrections how many earlier checks to correct, today's own where there is none earlier
     * @param sheet whether each visit of the day is closed by a sheet
     * @param closeRecommendations how many recommendations of one's own earlier minutes to close
     */
    public record Day(
            @JsonProperty("dayOffset") int dayOffset,
            @JsonProperty("checks") @Nullable JsonNode checks,
            @JsonProperty("visit") @Nullable VisitKind visit,
            @JsonProperty("photos") int photos,
            @JsonProperty("misuse") int misuse,
            @JsonProperty("absent") int absent,
            @JsonProperty("unknownLoans") int unknownLoans,
            @JsonProperty("corrections") int corrections,
            @JsonProperty("sheet") boolean sheet,
            @JsonProperty("minutes") List<MinutesOrder> minutes,
            @JsonProperty("closeRecommendations") int closeRecommendations) {
        public Day {
            minutes = minutes == null ? List.of() : List.copyOf(minutes);
        }
    }

    /**
     * One check, told exactly.
     *
     * @param misused đồng; absent: none
     */
    public record CheckOrder(
            @JsonProperty(value = "loanNumber", required = true) String loanNumber,
            @JsonProperty("outcome") @Nullable Outcome outcome,
            @JsonProperty("misused") @Nullable Long misused,
            @JsonProperty("photo") boolean photo) {}

    /**
     * One set of minutes.
     *
     * @param groupCode the group; absent: one of those pulled, where the form needs it
     */
    public record MinutesOrder(
            @JsonProperty(value = "form", required = true) MonitoringMinutes.Form form,
            @JsonProperty(value = "subject", required = true) RecordSubject subject,
            @JsonProperty("visit") @Nullable VisitKind visit,
            @JsonProperty("groupCode") @Nullable String groupCode) {}

    /** Reads an order; what is absent is none. A mistake in it is named with its field. */
    public static WorkOrder read(Path file) throws IOException {
        return reader(WorkOrder.class).readValue(Files.readString(file));
    }

    static CheckOrder check(JsonNode order) throws IOException {
        return reader(CheckOrder.class).readValue(order);
    }

    private static ObjectReader reader(Class<?> type) {
        return Json.mapper().readerFor(type).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    /** The folder of one phone; its place in the order keeps equal names apart. */
    Path folderOf(int phone) {
        String plain = phones.get(phone).name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return Path.of(folder).resolve(String.format(Locale.ROOT, "%03d-%s", phone + 1, plain));
    }

    /** The morning after the last day of work. */
    Instant end() {
        int last = phones.stream()
                .flatMap(phone -> phone.days().stream())
                .mapToInt(Day::dayOffset)
                .max()
                .orElse(0);
        return startAt.plus(Duration.ofDays(last + 1L));
    }
}
