package org.zongwu.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Takes {@code VERSION/app/zongwu.css} for {@code app/zongwu.css}: the first part only tells browsers when to ask again. */
final class VersionedResources extends PathResourceResolver {
    @Override
    protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return super.resolveResourceInternal(request, path.substring(path.indexOf('/') + 1), locations, chain);
    }
}
