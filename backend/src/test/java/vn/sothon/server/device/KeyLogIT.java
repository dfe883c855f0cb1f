package vn.sothon.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;
import vn.sothon.server.Phone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;

class KeyLogIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void log_ofEachCommuneOfThePerson_namesKeyAndRevocation(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            Person head = commune.villageHead();
            Phone phone = new Phone(server);
            UUID device = phone.enrol(commune.code(head)).deviceId();
            assertThat(FeedRows.log(server, Commune.CODE))
                    .singleElement()
                    .asString()
                    .contains("\"KEY\"", device.toString(), phone.keyId());

            String next = "98002";
            server.bean(AreaService.class)
                    .put(new NewArea(next, AreaKind.COMMUNE, "Next commune", Commune.PROVINCE, Commune.START));
            server.bean(PeopleService.class).grant(head.id(), Commune.grant(ActingRole.COMMUNE_LEADER, next, null));
            assertThat(FeedRows.log(server, next)).singleElement().asString().contains("\"KEY\"", phone.keyId());

            server.bean(DeviceService.class).revoke(device, Revocation.LOST);
            server.bean(DeviceService.class).revoke(device, Revocation.LOST);
            for (String partition : new String[] {Commune.CODE, next}) {
                assertThat(FeedRows.log(server, partition))
                        .hasSize(2)
                        .last()
                        .asString()
                        .contains("\"REVOKE\"", "\"LOST\"", phone.keyId());
            }
        }
    }
}
