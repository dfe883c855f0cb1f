package vn.sothon.server.sync.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.platform.ledger.Ledger;

class PullPagingIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static World world(Engine engine) {
        return new World(servers.on(engine));
    }

    @ParameterizedTest
    @EnumSource
    void pull_whenPagesAreSmall_givesEachRowOnceInOrder(Engine engine) throws Exception {
        World world = world(engine);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            written.add("loan " + i);
            world.announce(world.loan("loan " + i, 1, world.upper, world.women));
        }
        PullingPhone phone = world.phone(world.leaderOf(world.women));
        phone.sync(3);

        assertThat(phone.answers).allSatisfy(page -> assertThat(page.changes()).hasSizeLessThanOrEqualTo(3));
        assertThat(phone.answers.stream()
                        .flatMap(page -> page.changes().stream())
                        .filter(change -> change.type().equals("loan"))
                        .map(Pull.Change::id))
                .containsExactlyElementsOf(written);
        assertThat(phone.answers.get(phone.answers.size() - 1).changes()).isNotEmpty();
        assertThat(phone.page(3).changes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pull_whenARowGoesBetweenTwoPagesOfTheFirstPull_tellsThatItWent(Engine engine) throws Exception {
        World world = world(engine);
        FeedChange earlier = world.loan("gone before", 1, world.upper, world.women);
        FeedChange first = world.loan("first", 1, world.upper, world.women);
        world.announce(earlier, first, world.loan("second", 1, world.upper, world.women));
        world.announce(earlier.gone());
        PullingPhone phone = world.phone(world.leaderOf(world.women));
        while (!phone.ids().contains("first")) {
            phone.page(1);
        }
        assertThat(phone.answers.get(phone.answers.size() - 1).more()).isTrue();

        world.announce(first.gone());
        phone.sync(1);

        assertThat(phone.ids()).contains("second").doesNotContain("first");
        assertThat(phone.removals).containsExactly("loan first");
    }

    @ParameterizedTest
    @EnumSource
    void pull_whileOthersWrite_skipsNothing(Engine engine) throws Exception {
        World world = world(engine);
        Writer writer = world.server.bean(Writer.class);
        PullingPhone phone = world.phone(World.grant(ActingRole.COMMUNE_LEADER, world.commune));
        Set<String> written = new HashSet<>();
        List<CompletableFuture<?>> commits = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String id = "row " + i;
            written.add(id);
            String partition = i % 3 == 0 ? Ledger.COUNTRY : i % 3 == 1 ? world.province : world.commune;
            commits.add(writer.submit(tx -> {
                tx.announce(FeedChange.of(partition, Pull.Type.planTask, id, 1, "{}"));
                return id;
            }));
            if (i % 10 == 0) {
                phone.page(7);
            }
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(commits.toArray(new CompletableFuture<?>[0]));
        while (!all.isDone()) {
            phone.page(7);
        }
        all.join();
        phone.sync(7);

        assertThat(phone.ids()).containsAll(written);
        assertThat(phone.digest().buckets()).containsExactlyElementsOf(phone.recount());
    }

    @ParameterizedTest
    @EnumSource
    void digest_whenRowsChangedMovedAndWent_equalsThePhonesOwnCount(Engine engine) throws Exception {
        World world = world(engine);
        PullingPhone head = world.phone(World.grant(ActingRole.VILLAGE_HEAD, world.upper));
        PullingPhone officer = world.phone(world.officerOf("12"), world.leaderOf(world.farmers));
        List<FeedChange> loans = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            loans.add(
                    i % 2 == 0
                            ? world.loan("loan " + i, 1, world.upper, world.women)
                            : world.loan("loan " + i, 1, world.lower, world.farmers));
        }
        world.announce(loans.toArray(new FeedChange[0]));
        head.sync(4);
        officer.sync(4);
        world.announce(loans.get(0).gone(), world.loan("loan 0", 2, world.lower, world.farmers));
        world.announce(loans.get(1).gone(), loans.get(2).gone(), world.loan("loan 4", 9, world.upper, world.women));
        world.announce(World.task(world.commune, "commune"), World.task(world.province, "province"));
        head.sync(4);
        officer.sync(4);

        assertThat(head.digest().buckets()).containsExactlyElementsOf(head.recount());
        assertThat(officer.digest().buckets()).containsExactlyElementsOf(officer.recount());
        assertThat(head.recount()).isNotEqualTo(officer.recount());
    }
}
