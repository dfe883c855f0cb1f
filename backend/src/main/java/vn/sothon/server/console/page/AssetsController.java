package vn.sothon.server.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import vn.sothon.server.platform.http.Refusal;

/** Gives out styles, scripts and the icon font. */
@Hidden
@Controller("/assets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AssetsController {
    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @Get("/{+name}")
    HttpResponse<byte[]> asset(String name) {
        Assets.Asset asset = assets.find(name).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
        return HttpResponse.ok(asset.bytes())
                .contentType(asset.type())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff");
    }
}
