package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.VisitKind;

/**
 * The sheet 06/TD that closes a visit: which checks it holds, the row "Cộng", the conclusions and the signatures. Money
 * in whole đồng.
 *
 * @param checks the rows, in the order of the paper
 * @param total the row "Cộng"; equals the sum of the rows
 * @param planOfUse how the plan of use is going
 * @param measures biện pháp xử lý
 */
public record CheckSheet(
        @JsonProperty(value = "visit", required = true) VisitKind visit,
        @JsonProperty("checkingBody") @Nullable String checkingBody,
        @JsonProperty("inspectors") List<Inspector> inspectors,
        @JsonProperty("place") @Nullable String place,
        @JsonProperty(value = "checks", required = true) List<Row> checks,
        @JsonProperty(value = "total", required = true) Total total,
        @JsonProperty("planOfUse") @Nullable String planOfUse,
        @JsonProperty(value = "proper", required = true) Share proper,
        @JsonProperty(value = "misused", required = true) Share misused,
        @JsonProperty("measures") @Nullable String measures,
        @JsonProperty("signatures") List<Signatory> signatures)
        implements Payload {

    /** A check on the sheet, named by its id and the hash of its head. */
    public record Row(
            @JsonProperty(value = "checkId", required = true) UUID checkId,
            @JsonProperty(value = "hash", required = true) String hash) {}

    /** The row "Cộng" of 06/TD. */
    public record Total(
            @JsonProperty(value = "customers", required = true) int customers,
            @JsonProperty(value = "disbursed", required = true) long disbursed,
            @JsonProperty(value = "outstanding", required = true) long outstanding,
            @JsonProperty(value = "reallyReceived", required = true) long reallyReceived,
            @JsonProperty(value = "realOutstanding", required = true) long realOutstanding,
            @JsonProperty(value = "properAmount", required = true) long properAmount,
            @JsonProperty(value = "misusedAmount", required = true) long misusedAmount,
            @JsonProperty(value = "interestOwed", required = true) long interestOwed) {}

    /** Customers and money of one conclusion; the per cent on the paper follows from the total. */
    public record Share(
            @JsonProperty(value = "customers", required = true) int customers,
            @JsonProperty(value = "amount", required = true) long amount) {}

    public CheckSheet {
        inspectors = Lists.orEmpty(inspectors);
        checks = Lists.orEmpty(checks);
        signatures = Lists.orEmpty(signatures);
    }
}
