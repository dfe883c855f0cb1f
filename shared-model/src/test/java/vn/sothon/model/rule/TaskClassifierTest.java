package vn.sothon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;

class TaskClassifierTest {
    private static final String LOANS = "Các đơn vị phối hợp kiểm tra, giám sát việc sử dụng vốn vay của người vay.";

    private final TaskClassifier classifier = new TaskClassifier();

    @Test
    void classify_whenTheUseOfLoansIsChecked_quotesTheWordsAsWritten() {
        assertThat(first(LOANS).record()).isEqualTo(RecordSubject.LOAN);
        assertThat(first(LOANS).phrase()).isEqualTo("phối hợp kiểm tra, giám sát việc sử dụng vốn vay của người vay");
    }

    @Test
    void classify_whenTextIsDecomposedOrInCapitalsOrBrokenAcrossLines_findsTheSame() {
        String decomposed = Normalizer.normalize(LOANS, Normalizer.Form.NFD);
        String shouted = LOANS.toUpperCase(Locale.ROOT);
        String broken = LOANS.replace(" giám", "\n   giám");

        assertThat(first(decomposed).record()).isEqualTo(RecordSubject.LOAN);
        assertThat(decomposed).contains(first(decomposed).phrase());
        assertThat(first(shouted).phrase()).isEqualTo("PHỐI HỢP KIỂM TRA, GIÁM SÁT VIỆC SỬ DỤNG VỐN VAY CỦA NGƯỜI VAY");
        assertThat(first(broken).phrase()).contains("giám sát việc sử dụng vốn vay");
    }

    @Test
    void classify_whenTheMarkStandsOnTheOtherVowel_findsTheSame() {
        Acceptance one = first("Thực hiện tốt các nội dung nhận ủy thác.");
        Acceptance other = first("Thực hiện tốt các nội dung nhận uỷ thác.");

        assertThat(one.authors()).containsExactly(ActingRole.ASSOCIATION_OFFICER);
        assertThat(other.record()).isEqualTo(one.record());
        assertThat(other.phrase()).endsWith("uỷ thác");
    }

    @Test
    void classify_whenGeneralAndSpecificWordsStandTogether_putsTheSpecificFirst() {
        List<Acceptance> accepted = classifier.classify(
                "Tăng cường kiểm tra, giám sát hoạt động tín dụng chính sách; kiểm tra việc sử dụng vốn vay.",
                List.of());

        assertThat(accepted.get(0).phrase()).isEqualTo("kiểm tra việc sử dụng vốn vay");
        assertThat(accepted).extracting(Acceptance::record).contains(RecordSubject.COMMUNE);
    }

    @Test
    void classify_whenTheWordsNameAVisit_keepsIt() {
        assertThat(first("Thực hiện kiểm tra giám sát sau cho vay.").visits())
                .containsExactly(VisitKind.POST_DISBURSEMENT);
        assertThat(first("Kiểm tra, giám sát định kỳ và đột xuất các đối tượng vay vốn.")
                        .visits())
                .containsExactlyInAnyOrder(VisitKind.SCHEDULED, VisitKind.SURPRISE);
    }

    @Test
    void classify_whenASentenceEndsBetween_doesNotJoinItsWords() {
        assertThat(classifier.classify(
                        "Tăng cường công tác kiểm tra. Tổ Tiết kiệm và vay vốn họp hằng tháng.", List.of()))
                .isEmpty();
    }

    @Test
    void classify_whenMinutesAreTheProduct_acceptsMinutes() {
        assertThat(classifier.classify("Triển khai theo chức năng.", List.of("Báo cáo", "Biên bản kiểm tra")))
                .extracting(Acceptance::record)
                .contains(RecordSubject.GROUP, RecordSubject.VILLAGE);
    }

    @Test
    void classify_whenNothingIsToBeChecked_acceptsNothing() {
        assertThat(classifier.classify(
                        "Tổ chức tuyên truyền chủ trương, chính sách; bố trí ngân sách ủy thác hằng năm.", List.of()))
                .isEmpty();
    }

    @Test
    void classify_whenTheTextIsEmptyOrForeign_acceptsNothing() {
        assertThat(classifier.classify("", List.of())).isEmpty();
        assertThat(classifier.classify("…;.-", List.of(""))).isEmpty();
        assertThat(classifier.classify("Loans are checked every month. 检查贷款。", List.of()))
                .isEmpty();
    }

    @Test
    void classify_whenRepeated_isTheSame() {
        assertThat(new TaskClassifier().classify(LOANS, List.of())).isEqualTo(classifier.classify(LOANS, List.of()));
    }

    private Acceptance first(String content) {
        return classifier.classify(content, List.of()).get(0);
    }
}
