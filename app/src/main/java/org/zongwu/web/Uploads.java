package org.zongwu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What came with a form as a file. */
public final class Uploads {
    private Uploads() {}

    /** None when nothing was chosen, or an empty file. */
    public static Optional<MultipartFile> file(HttpServletRequest request, String field) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class)).map(multipart -> multipart.getFile(field)).filter(file -> !file.isEmpty());
    }
}
