package vn.sothon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, Không đồng",
        "5, Năm đồng",
        "10, Mười đồng",
        "15, Mười lăm đồng",
        "21, Hai mươi mốt đồng",
        "24, Hai mươi tư đồng",
        "14, Mười bốn đồng",
        "105, Một trăm lẻ năm đồng",
        "110, Một trăm mười đồng",
        "555, Năm trăm năm mươi lăm đồng",
        "1000, Một nghìn đồng",
        "1005, Một nghìn không trăm lẻ năm đồng",
        "80000000, Tám mươi triệu đồng",
        "80500000, Tám mươi triệu năm trăm nghìn đồng",
        "50050000, Năm mươi triệu không trăm năm mươi nghìn đồng",
        "1000000001, Một tỷ không trăm lẻ một đồng",
        "413527000000000, Bốn trăm mười ba nghìn năm trăm hai mươi bảy tỷ đồng",
        "2000000000000000000, Hai tỷ tỷ đồng"
    })
    void inFull_ofASum_isWhatALegalPaperSays(long amount, String said) {
        assertThat(MoneyWords.ofPapers().inFull(amount)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 đồng",
        "500, 500 đồng",
        "80000000, 80 triệu đồng",
        "80500000, 80 triệu 500 nghìn đồng",
        "8000000, 8 triệu đồng",
        "1250000001, 1 tỷ 250 triệu 1 đồng",
        "1234000000000, 1234 tỷ đồng"
    })
    void brief_ofASum_showsASlipOfAZero(long amount, String said) {
        assertThat(MoneyWords.in(Locale.forLanguageTag("vi")).brief(amount)).isEqualTo(said);
    }

    @Test
    void brief_inEnglish_namesTheSameSizes() {
        assertThat(MoneyWords.in(Locale.ENGLISH).brief(80_500_000)).isEqualTo("80 million 500 thousand đồng");
    }
}
