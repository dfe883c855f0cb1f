package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Withdrawal;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.ops.Fault;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.ops.WaitingItem;
import vn.sothon.server.ops.WaitingQueue;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.files.Arrivals;
import vn.sothon.server.platform.files.FileArrived;

/** What a phone is answered, over real HTTP, on both engines. */
class PushIT {
    private static final String COMMUNE = "910001";
    private static final String VILLAGE = "91000101";
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void push_whenTheSameItemComesTwice_storesItOnceAndAnswersItsPresentState(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealedItem item = phone.seal(check(phone));

            Result first = only(phone, item);
            Result second = only(phone, item);

            assertThat(first.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(first.notes()).contains("LOAN_UNMATCHED");
            assertThat(first.untied()).isNotNull();
            assertThat(second.verdict()).isEqualTo(Verdict.DUPLICATE);
            assertThat(second.status()).isEqualTo("ACCEPTED");
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenOneItemIsBad_storesItsNeighboursAndNamesTheField(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft wrongSum = check(phone);
            wrongSum.payload = SealingPhone.check(50_000_000, 60_000_000, List.of());
            SealedItem tampered = phone.seal(check(phone));
            tampered = new SealedItem(tampered.head(), tampered.body().replace("cows", "goats"), tampered.signature());
            SealingPhone.Draft otherServer = check(phone);
            otherServer.bendHead =
                    head -> head.put("serverId", UUID.randomUUID().toString());
            SealingPhone.Draft newer = check(phone);
            newer.bendHead = head -> head.put("formVersion", 2);
            SealingPhone.Draft unknownKind = check(phone);
            unknownKind.bendHead = head -> head.put("kind", "HARVEST");
            SealedItem forged = phone.seal(check(phone));
            forged = new SealedItem(
                    forged.head(), forged.body(), phone.seal(check(phone)).signature());
            SealedItem good = phone.seal(check(phone));

            List<Result> results = phone.push(
                            phone.seal(wrongSum),
                            tampered,
                            phone.seal(otherServer),
                            phone.seal(newer),
                            phone.seal(unknownKind),
                            forged,
                            new SealedItem("{", "{}", ""),
                            good)
                    .results();

            assertThat(results)
                    .extracting(PushIT::said)
                    .containsExactly(
                            "REJECTED payload.misusedAmount NEGATIVE",
                            "REJECTED bodyHash HASH_DIFFERS",
                            "REJECTED serverId WRONG_SERVER",
                            "RETRY FORM_NEWER",
                            "RETRY KIND_UNKNOWN",
                            "REJECTED signature SIGNATURE_WRONG",
                            "REJECTED head JSON_MALFORMED",
                            "ACCEPTED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenARecordMendsARefusedOne_countsItAndStillHoldsWhatNobodyKnows(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft wrongSum = check(phone);
            wrongSum.payload = SealingPhone.check(50_000_000, 60_000_000, List.of());
            SealingPhone.Draft mended = check(phone);
            mended.corrects = wrongSum.id;
            mended.reason = "the sum";
            SealingPhone.Draft never = check(phone);
            never.corrects = UUID.randomUUID();
            never.reason = "of what";
            SealingPhone stranger = villageHead(server);
            SealingPhone.Draft others = check(stranger);
            others.corrects = wrongSum.id;
            others.reason = "not his";

            List<Result> results = phone.push(phone.seal(wrongSum), phone.seal(mended), phone.seal(never))
                    .results();

            assertThat(results)
                    .extracting(PushIT::said)
                    .containsExactly("REJECTED payload.misusedAmount NEGATIVE", "ACCEPTED", "HELD");
            assertThat(said(only(stranger, stranger.seal(others)))).isEqualTo("HELD");
            SealingPhone.Draft again = check(phone);
            again.corrects = mended.id;
            again.reason = "once more";
            assertThat(said(only(phone, phone.seal(again)))).isEqualTo("ACCEPTED");
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenANewerAppAddsToTheHead_asksToComeAgainAndRefusesOnlyWhatIsWrong(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft newerSeal = check(phone);
            newerSeal.bendHead = head -> head.put("v", 2).put("tribe", "x");
            SealingPhone.Draft newerForm = check(phone);
            newerForm.bendHead = head -> head.put("formVersion", 2).put("actingRole", "FATHERLAND_FRONT");
            SealingPhone.Draft newerKind = check(phone);
            newerKind.bendHead = head -> head.put("kind", "HARVEST").put("tribe", "x");
            SealingPhone.Draft wrong = check(phone);
            wrong.bendHead = head -> head.put("tribe", "x");

            List<Result> results = phone.push(
                            phone.seal(newerSeal), phone.seal(newerForm), phone.seal(newerKind), phone.seal(wrong))
                    .results();

            assertThat(results)
                    .extracting(PushIT::said)
                    .containsExactly(
                            "RETRY VERSION_NEWER",
                            "RETRY FORM_NEWER",
                            "RETRY KIND_UNKNOWN",
                            "REJECTED head.tribe UNKNOWN_FIELD");
            assertThat(results.get(0).id()).isEqualTo(newerSeal.id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenIdIsUsedAgainForOtherBytes_refusesTheSecond(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft draft = check(phone);
            only(phone, phone.seal(draft));
            draft.payload = SealingPhone.properCheck(1_000_000);

            assertThat(said(only(phone, phone.seal(draft)))).isEqualTo("REJECTED id REUSED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenCorrectionComesBeforeItsOriginal_holdsItUntilThen(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft original = check(phone);
            SealingPhone.Draft correction = correction(phone, original);

            Result held = only(phone, phone.seal(correction));
            Result accepted = only(phone, phone.seal(original));
            Result now = only(phone, phone.seal(correction));

            assertThat(held.verdict()).isEqualTo(Verdict.HELD);
            assertThat(held.waitsFor()).isEqualTo("ORIGINAL");
            assertThat(accepted.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(now.status()).isEqualTo("ACCEPTED");
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenTwoCorrectionsOfOneHeadCome_keepsTheSecondAsAFork(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft original = check(phone);
            only(phone, phone.seal(original));

            Result first = only(phone, phone.seal(correction(phone, original)));
            Result second = only(phone, phone.seal(correction(phone, original)));

            assertThat(first.notes()).doesNotContain("FORK");
            assertThat(second.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(second.notes()).contains("FORK");
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenRecordIsWithdrawn_countsItNoMore(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealedItem item = phone.seal(check(phone));
            UUID id = Objects.requireNonNull(only(phone, item).id());
            SealingPhone.Draft withdrawal = phone.draft(ActingRole.VILLAGE_HEAD, COMMUNE);
            withdrawal.kind = RecordKind.WITHDRAWAL;
            withdrawal.villageCode = VILLAGE;
            withdrawal.payload = new Withdrawal(id, "wrong house");

            assertThat(only(phone, phone.seal(withdrawal)).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(only(phone, item).status()).isEqualTo("WITHDRAWN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenGrantDoesNotCoverThePlace_holdsTheRecordForAPerson(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft elsewhere = check(phone);
            elsewhere.villageCode = "91000199";
            elsewhere.communeCode = "910009";

            Result held = only(phone, phone.seal(elsewhere));

            assertThat(held.verdict()).isEqualTo(Verdict.HELD);
            assertThat(held.waitsFor()).isEqualTo("GRANT");
            assertThat(held.tie()).isNull();

            WaitingQueue queue = server.bean(WaitingQueue.class);
            assertThat(queue.list()).extracting(WaitingItem::why).containsExactly("HELD_GRANT");
            assertThat(queue.admit(elsewhere.id)).isEqualTo(1);
            assertThat(only(phone, phone.seal(elsewhere)).status()).isEqualTo("ACCEPTED");
            assertThat(queue.list()).extracting(WaitingItem::why).contains("UNTIED");
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenClockIsYearsOff_acceptsWithANote(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft future = check(phone);
            future.wall = Instant.now().plus(Duration.ofDays(3000));

            assertThat(only(phone, phone.seal(future)).notes()).contains("CLOCK");
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenPhotosAreNamed_asksForThem(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            SealingPhone.Draft draft = check(phone);
            String photo = "ab".repeat(32);
            draft.attachments = List.of(new AttachmentRef(photo, "image/jpeg", 1000, AttachmentRef.Role.PHOTO));

            assertThat(only(phone, phone.seal(draft)).missing()).containsExactly(photo);
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenAnotherHasBroughtTheFile_asksForItAllTheSame(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone one = villageHead(server);
            SealingPhone other = villageHead(server);
            String photo = "ab".repeat(32);
            SealingPhone.Draft first = check(one);
            first.attachments = List.of(new AttachmentRef(photo, "image/jpeg", 1000, AttachmentRef.Role.PHOTO));
            SealingPhone.Draft second = check(other);
            second.attachments = List.of(new AttachmentRef(photo, "image/png", 1000, AttachmentRef.Role.PHOTO));
            SealedItem sealed = other.seal(second);
            only(one, one.seal(first));
            bring(server, one, photo);

            assertThat(only(one, one.seal(first)).missing()).isEmpty();
            Result asked = only(other, sealed);
            assertThat(asked.missing()).containsExactly(photo);
            assertThat(asked.notes()).doesNotContain("ATTACHMENT_DIFFERS");

            bring(server, other, photo);
            Result now = only(other, sealed);
            assertThat(now.missing()).isEmpty();
            assertThat(now.notes()).contains("ATTACHMENT_DIFFERS");
            assertThat(only(one, one.seal(first)).notes()).doesNotContain("ATTACHMENT_DIFFERS");
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenItsAuthorHasBroughtTheFileBefore_asksForNothingAndNotesAWrongSize(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            String photo = "cd".repeat(32);
            bring(server, phone, photo);
            SealingPhone.Draft draft = check(phone);
            draft.attachments = List.of(new AttachmentRef(photo, "image/jpeg", 999, AttachmentRef.Role.PHOTO));

            Result result = only(phone, phone.seal(draft));

            assertThat(result.missing()).isEmpty();
            assertThat(result.notes()).contains("ATTACHMENT_DIFFERS");
        }
    }

    private static void bring(RunningServer server, SealingPhone phone, String sha256) {
        List<UUID> by =
                List.of(phone.enrolment().deviceId(), phone.enrolment().person().id());
        server.bean(Writer.class).write(tx -> {
            server.bean(Arrivals.class).arrived(tx, new FileArrived.Arrived(by, sha256, 1000, "image/jpeg"));
            return sha256;
        });
    }

    @ParameterizedTest
    @EnumSource
    void push_whenTheCallItselfIsBroken_answersAProblemAndStoresNothing(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);

            assertThat(problem(phone.post("{\"items\":["), 400)).isEqualTo("JSON_MALFORMED");
            assertThat(problem(phone.post("{\"items\":[],\"items\":[]}"), 400)).isEqualTo("JSON_DUPLICATE_KEY");
            assertThat(problem(phone.post("{}"), 400)).isEqualTo("REQUIRED");
            assertThat(problem(phone.post("{\"items\":[" + "1,".repeat(200) + "1]}"), 413))
                    .isEqualTo("TOO_MANY_ITEMS");
            assertThat(problem(phone.post("{\"items\":[\"" + "x".repeat(1 << 20) + "\"]}"), 413))
                    .isEqualTo("TOO_LARGE");
            assertThat(problem(phone.post(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xc3, '"'})), 400))
                    .isEqualTo("UTF8_MALFORMED");
            byte[] bomb = gzip("[".repeat(50 << 20));
            assertThat(problem(phone.post(BodyPublishers.ofByteArray(bomb), "Content-Encoding", "gzip"), 413))
                    .isEqualTo("TOO_LARGE");
            assertThat(server.bean(Verification.class).run().records()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void push_whenTheDiskIsNearlyFull_asksToComeAgainAndStoresNothing(Engine engine) throws Exception {
        System.setProperty("sothon.room.records", String.valueOf(Long.MAX_VALUE));
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);

            HttpResponse<String> answer = phone.post(Json.write(Map.of("items", List.of(phone.seal(check(phone))))));

            assertThat(problem(answer, 503)).isEqualTo("STORAGE_LOW");
            assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
            assertThat(server.bean(Verification.class).run().records()).isZero();
        } finally {
            System.clearProperty("sothon.room.records");
        }
    }

    @ParameterizedTest
    @EnumSource
    void verify_whenAStoredBodyWasChanged_namesTheRecord(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SealingPhone phone = villageHead(server);
            UUID id =
                    Objects.requireNonNull(only(phone, phone.seal(check(phone))).id());

            server.bean(Writer.class)
                    .write(tx ->
                            Sql.update(tx.connection(), "UPDATE record SET body = REPLACE(body, 'cows', 'goats')"));

            assertThat(server.bean(Verification.class).run().faults())
                    .contains(new Fault("BODY_CHANGED", id.toString()));
        }
    }

    private static SealingPhone villageHead(RunningServer server) throws Exception {
        AreaService areas = server.bean(AreaService.class);
        areas.put(new NewArea("91", AreaKind.PROVINCE, "Hai Au", null, LONG_AGO));
        areas.put(new NewArea(COMMUNE, AreaKind.COMMUNE, "Bai Bien", "91", LONG_AGO));
        areas.put(new NewArea(VILLAGE, AreaKind.VILLAGE, "Thon 1", COMMUNE, LONG_AGO));
        UUID person = server.bean(PeopleService.class)
                .add(new NewPerson(
                        "Nguyen Van An",
                        null,
                        List.of(new Grant(ActingRole.VILLAGE_HEAD, VILLAGE, null, null, LONG_AGO, null))))
                .id();
        String code = server.bean(EnrolmentService.class)
                .makeCode(person, EnrolmentService.ON_PAPER)
                .text();
        return SealingPhone.enrol(server.address(), code);
    }

    private static SealingPhone.Draft check(SealingPhone phone) {
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, COMMUNE);
        draft.villageCode = VILLAGE;
        draft.loanNumber = "6600000000000001";
        return draft;
    }

    private static SealingPhone.Draft correction(SealingPhone phone, SealingPhone.Draft original) {
        SealingPhone.Draft correction = check(phone);
        correction.corrects = original.id;
        correction.reason = "counted again";
        return correction;
    }

    private static Result only(SealingPhone phone, SealedItem item) throws Exception {
        return phone.push(item).results().get(0);
    }

    private static String said(Result result) {
        Problem problem = result.problems().isEmpty() ? null : result.problems().get(0);
        return result.verdict()
                + (problem == null ? "" : " " + problem.field() + " " + problem.code())
                + (result.code() == null ? "" : " " + result.code());
    }

    private static String problem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Json.tolerant(answer.body(), JsonNode.class).path("code").asText();
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }
}
